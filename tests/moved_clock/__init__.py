"""A clock that is moved for every Python process that has this folder in PYTHONPATH: see `make days`."""
