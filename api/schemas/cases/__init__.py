"""The JSON shapes of cases."""
