"""What advisors do with a case: each step is one change of it, and one event."""
