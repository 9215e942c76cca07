"""What users have said of answers, and words that had none."""
