"""Pages of what municipalities tell each other: published accounts, whom to ask, and the editors' review."""
