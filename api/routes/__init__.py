"""Routes of the API, one family a file."""
