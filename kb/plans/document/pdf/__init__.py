"""The document of a plan as a tagged PDF."""
