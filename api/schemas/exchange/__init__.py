"""Shapes of what municipalities tell each other."""
