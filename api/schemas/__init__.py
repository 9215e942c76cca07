"""The JSON shapes of the API and of `--json`: one definition for both, one family a file."""
