"""Judged sets, each in a folder with its SOURCE.md, and how sets of other forms are brought to theirs."""
