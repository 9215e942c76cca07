"""Where something stands in a text, and what finders share about how numbers and words are set apart."""

from collections.abc import Callable, Iterable

Span = tuple[int, int]
"""The character positions first <= i < last."""

Finder = Callable[[str], Iterable[Span]]
"""Finds one kind of personal data, in time that grows no faster than the text."""

SPACE = r"[ \u00a0\u2007\u2009\u202f]"
"""One space within a line; numbers are often set with one that does not break."""

DASH = r"[-\u2010\u2011\u2012\u2013\u2014\u2212]"
"""Hyphen, hyphen that does not break, dashes and minus: word processors put any of them into a number."""
