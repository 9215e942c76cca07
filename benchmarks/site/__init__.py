"""The site as a browser or a search engine meets it: every page opened, and what is wrong with it told."""
