"""Search and its parts, on collections small enough to work out by hand, and on the shipped one."""
