"""An uploaded description, whatever its format, read into Markdown."""
