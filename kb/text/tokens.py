"""A text as tokens, read once: words, numbers and signs, for patterns over words that never look back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.text.words import MAX_WORD_CHARS

_TOKEN = re.compile(r"\d++(?=\s?[-–]\s?\d)|\w++(?:-++\w++)*+|([^\w\s])\1*+")
"""The numbers of a range are tokens of their own; a hyphen holds any other word together. Of a sign that is repeated
one is made."""
_LINE_BREAK = "\n\r"


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """text : as written, characters first <= i < last; form : in folded case, empty where it is longer than a word

    is_next : whether nothing or one space stands between it and the token before
    """

    text: str
    form: str
    first: int
    last: int
    is_next: bool

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


def read_tokens(text: str) -> list[Token]:
    """The tokens of the text in order.

    >>> [token.form for token in read_tokens("Mellan 13-15 år, i a-hallen")]
    ['mellan', '13', '-', '15', 'år', ',', 'i', 'a-hallen']
    """
    return list(_read(text))


def _read(text: str) -> Iterator[Token]:
    last = 0
    for match in _TOKEN.finditer(text):
        first, before = match.start(), last
        written, last = match[0], match.end()
        yield Token(
            text=written,
            form=written.casefold() if len(written) <= MAX_WORD_CHARS else "",
            first=first,
            last=last,
            is_next=first == before or (first == before + 1 and text[before] not in _LINE_BREAK),
        )
