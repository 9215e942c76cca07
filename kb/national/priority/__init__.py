"""Which municipalities come first, and how sure that is: criteria, a weighted sum, ranks when weights and data vary."""
