"""How the outlines of the municipalities in kb/national/map/ are made of public borders."""
