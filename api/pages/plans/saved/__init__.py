"""Saved plans as pages: listed, edited, shared, commented, adopted, followed up."""
