"""Models: the one that ships, tiny ones made here, and folders that hold none."""
