"""How the database came to its schema."""
