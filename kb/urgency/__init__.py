"""Whether somebody in danger is told of, and where to turn then."""
