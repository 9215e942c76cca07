"""The national view as JSON."""
