"""From a description to problems, methods, experts and reasons."""
