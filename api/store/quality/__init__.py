"""What follow-ups say of the help, as numbers of many answers; no number is of fewer than five."""
