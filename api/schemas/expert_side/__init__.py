"""Shapes of the experts' own side."""
