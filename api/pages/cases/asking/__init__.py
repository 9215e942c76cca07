"""A municipality's own pages: asking for help, its cases, what it wishes changed and ended."""
