"""Sweden's municipalities as outlines to draw, and what is told of them in classes."""
