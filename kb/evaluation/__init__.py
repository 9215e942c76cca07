"""Measures of retrieval, and the judged sets that they are taken on."""
