"""The advisor's page where experts are allocated among the open cases."""
