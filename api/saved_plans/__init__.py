"""Saved plans as requests meet them: who may do what with which, and a plan opened for whoever asks."""
