"""Engines behind one port, compared."""
