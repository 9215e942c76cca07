"""Shapes of cases."""
