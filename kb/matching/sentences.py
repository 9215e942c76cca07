"""The sentences of a text that may stand as a reason: whole, telling, to the letter."""

import re
from collections.abc import Iterable, Iterator

from kb.text.sentences import split_sentences
from kb.text.words import find_words

MIN_WORDS = 4
"""Fewer are a heading, or say nothing by themselves."""
MAX_NUMBERS = 1
"""A sentence with more is a line of statistics; years are counted too."""
DENIALS = frozenset(
    {"aldrig", "avråd", "avråder", "avråds", "ej", "heller", "inga", "ingen", "inget", "inte", "knappast", "oklar"}
    | {"oklart", "saknar", "saknas", "sämre", "varken", "utan"}
)
"""A document's sentence with one of these may speak against it, and is never its reason."""
_NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*")
_ITEM = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")


def list_sentences(text: str) -> Iterator[str]:
    """The sentences and list items of a text as they stand there, in order, without marks of lists."""
    for line in text.splitlines():
        yield from _join_leads(split_sentences(_ITEM.sub("", line)))


def _join_leads(pieces: Iterable[str]) -> Iterator[str]:
    """What ends with a colon together with what it leads to; alone where its list is on other lines."""
    lead = ""
    for piece in pieces:
        lead = f"{lead} {piece.strip()}".strip()
        if not lead.endswith(":"):
            yield lead
            lead = ""
    if lead:
        yield lead


def is_quotable(sentence: str) -> bool:
    """Whether it says something by itself: no heading, no lead of a list, no line of statistics.

    >>> is_quotable("Ungdomar säljer hasch på torget."), is_quotable("2024: 31 anmälningar, 2025: 44.")
    (True, False)
    """
    has_numbers = "%" in sentence or "procent" in sentence or len(_NUMBER.findall(sentence)) > MAX_NUMBERS
    n_words = sum(1 for _ in find_words(sentence))
    return n_words >= MIN_WORDS and not has_numbers and not sentence.endswith((":", "?"))


def is_denial(sentence: str) -> bool:
    """Whether it denies something: of a document, perhaps that it helps."""
    return any(word.form in DENIALS for word in find_words(sentence))
