"""The widget in a browser, on pages of other sites."""
