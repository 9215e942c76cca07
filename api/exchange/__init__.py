"""What municipalities tell each other: who may say and see what, and what is checked before it is kept."""
