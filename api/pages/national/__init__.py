"""The national view for advisors and the head of the support."""
