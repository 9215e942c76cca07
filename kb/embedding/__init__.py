"""Texts to vectors: a small port, the light default model behind it, and any sentence-transformers model beside it."""
