"""The national view, values in and values out: who first, what is needed, what was given."""
