"""The rules that content is held to, each told in a file of its own."""
