"""Saved plans under stress: the real server killed while it saves, and timed with many plans."""
