"""Measures of the product: quality on judged sets, speed and memory."""
