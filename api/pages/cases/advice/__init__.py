"""Pages of advice: of one case, of the desk, follow-ups answered, quality as numbers."""
