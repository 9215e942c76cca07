"""Words, features and highlights."""
