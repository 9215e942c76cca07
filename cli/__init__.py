"""The command `kb`: one verb a file, thin."""
