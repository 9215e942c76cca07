"""The figures of each run as JSON, and how they are written and read."""
