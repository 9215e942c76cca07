"""Text analysis: one step a file."""
