"""What the national pages and routes read of what is saved, by who may see it."""
