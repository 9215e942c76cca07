"""Saved plans: listed, made, read, written, commented, shared, adopted, followed up and erased by a program."""
