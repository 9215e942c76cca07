"""The pages in a browser: what only a browser can tell."""
