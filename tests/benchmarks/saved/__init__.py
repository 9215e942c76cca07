"""Saved plans under stress."""
