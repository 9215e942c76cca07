"""The widget <kb-search>: its source, the file it becomes, and what a page must allow."""
