"""Calendars of others that are followed: fetched from the public internet alone, read apart, kept as busy days."""
