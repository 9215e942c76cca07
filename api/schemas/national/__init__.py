"""The JSON shapes of the national view."""
