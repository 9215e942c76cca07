"""Advice that was given in cases, and its follow-ups: who sees and writes what, checked, added up, taken out."""
