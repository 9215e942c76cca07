"""Made-up work in a database of its own, so that pages of much work can be shown before there is any."""
