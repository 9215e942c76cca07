"""An allocation over the cases of a desk in the database: which cases there are, and what is confirmed of it."""
