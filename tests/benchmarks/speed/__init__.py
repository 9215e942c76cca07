"""The libraries that speed is measured on."""
