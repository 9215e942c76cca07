"""Saved plans in the API: one module for each of what is written, shared and followed up."""
