"""The site as a search engine meets it: every page opened in process, every form sent, and what is wrong told."""
