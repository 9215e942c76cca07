"""Cases in the database: what a municipality asks help with, and what followed."""
