"""Cases as the service handles them: who may do what, and what is done."""
