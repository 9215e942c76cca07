"""A text's sentences, as LIX counts them."""

import re
from collections.abc import Iterator

ABBREVIATIONS = frozenset(
    {"bl.a.", "ca.", "dvs.", "jfr.", "kap.", "kl.", "m.fl.", "nr.", "prop.", "s.", "s.k.", "t.ex."}
)
_LONGEST = max(map(len, ABBREVIATIONS))
_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?![a-zåäö])")
_END_OR_COLON = re.compile(rf"{_END.pattern}|(?<=:)\s+")
_WORD = re.compile(r"\w")


def split_sentences(text: str, *, at_colon: bool = True) -> list[str]:
    """The sentences of a text; full stop, question mark, exclamation mark and colon end one, an abbreviation does not.

    at_colon : False for those that a reader would call one, a colon and what it leads to together

    >>> split_sentences("Det står i prop. 2024/25:65. Gör så här: ring 112!")
    ['Det står i prop. 2024/25:65.', 'Gör så här:', 'ring 112!']
    """
    return [text[first:last] for first, last in find_sentences(text, at_colon=at_colon)]


def find_sentences(text: str, *, at_colon: bool = True) -> Iterator[tuple[int, int]]:
    """Where the sentences stand, as characters first <= i < last, in order; at_colon as split_sentences."""
    begun = 0
    for match in (_END_OR_COLON if at_colon else _END).finditer(text):
        if not _is_abbreviated(text, begun, match.start()):
            yield from _keep(text, begun, match.start())
            begun = match.end()
    yield from _keep(text, begun, len(text))


def _keep(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    if _WORD.search(text, first, last):
        yield first, last


def _is_abbreviated(text: str, first: int, last: int) -> bool:
    """Whether the sentence so far ends in an abbreviation, a word of its own."""
    tail = text[max(first, last - _LONGEST - 1) : last]
    return tail.split(" ")[-1].casefold() in ABBREVIATIONS and (" " in tail or last - first <= _LONGEST)
