"""Cases in the API: what is asked, what is done, what is written."""
