"""Letters of cases on their way out."""
