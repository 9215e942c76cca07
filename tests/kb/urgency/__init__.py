"""Who is in danger, and where to turn."""
