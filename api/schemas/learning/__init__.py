"""Shapes of what users say of answers, and of words that had none."""
