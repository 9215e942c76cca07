"""The manual by example: the same tree as the code."""
