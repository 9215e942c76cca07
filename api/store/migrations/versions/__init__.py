"""The schema, one change a file. What a file did once it was released is never changed."""
