"""The web service, told by tests."""
