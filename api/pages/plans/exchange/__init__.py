"""Pages of what a municipality tells others of its plan: that it may be asked, and what came of a measure."""
