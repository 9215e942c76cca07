"""Quality: how each measure counts, and that the shipped sets are whole."""
