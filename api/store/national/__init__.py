"""What is counted over cases, plans and advice, and what municipalities tell each other."""
