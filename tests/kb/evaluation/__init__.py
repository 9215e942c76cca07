"""Measures, intervals and judged queries."""
