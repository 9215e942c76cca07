"""The sentence encoder: its base, read from the package that carries it, and what is made of it."""
