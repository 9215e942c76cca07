"""The advisors' pages: the desk, and what is done with one case."""
