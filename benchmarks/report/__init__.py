"""The page of all figures, and the runs that it is written from."""
