"""E-mail addresses, also those spelt out so that no machine should find them: namn (at) exempel.se."""

import re
from collections.abc import Iterator

from kb.privacy.span import Span

_NAME = r"(?<![\w.+%-])[\w.+%-]++"
"""Begins where a run of such characters does and gives nothing back, so that each run is read once."""
_AT = r"(?:at|snabel-?a|a)"
_DOT = r"(?:\.|\s[([]?(?:dot|punkt)[)\]]?\s|[([](?:dot|punkt)[)\]])"

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_NAME}@[\w-]++(?:\.[\w-]++)++",
        rf"{_NAME} @ (?!www)[\w-]++(?:\.[\w-]++)++",
        rf"{_NAME} ?[(\[{{] ?{_AT} ?[)\]}}] ?[\w-]++(?:{_DOT}[\w-]++){{1,4}}+",
        rf"(?<![\w.+%-])(?=[\w+%-]++\.)[\w.+%-]++ (?:at|snabel-?a) [\w-]++(?:{_DOT}[\w-]++){{1,4}}+",
    )
)
"""Plain; with spaces around the sign; spelt out in brackets; spelt out bare, where the name must have a dot in it."""


def find_email_addresses(text: str) -> Iterator[Span]:
    """Addresses whose last part is letters, as a top domain is."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if re.search(r"[^\W\d_]{2,}$", match[0][-30:]):
                yield match.span()
