"""Words of a text: what counts as one, where it stands, and its normal form."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

MAX_WORD_CHARS = 100
"""What is longer is no word: it is not looked up, and nothing of it is remembered."""
_LETTERS = r"\w[\w\u0300-\u036f]*"
"""Combining marks belong to their letter: text from a Mac or a PDF may hold å as a and a ring."""
_WORD = re.compile(rf"{_LETTERS}(?:[:’'-]{_LETTERS})*")
_PART = re.compile(r"\w[\w\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a text: its normal form, and the character positions first <= i < last in the text as given."""

    form: str
    first: int
    last: int


def normalize(text: str) -> str:
    """The text in NFC and folded case; å, ä and ö are kept, for å is not a.

    >>> normalize("Åre")
    'åre'
    """
    return unicodedata.normalize("NFC", text).casefold()


def find_words(text: str) -> Iterator[Word]:
    """The words of the text in order; a hyphen or colon inside a word holds it together, and its parts follow it.

    Of what is longer than MAX_WORD_CHARS, its parts alone.

    >>> [word.form for word in find_words("EU:s a-traktorer")]
    ['eu:s', 'eu', 'a-traktorer', 'traktorer']
    """
    for match in _WORD.finditer(text):
        written, first = match[0], match.start()
        is_short = len(written) <= MAX_WORD_CHARS
        form = normalize(written) if is_short else ""
        if is_short:
            yield Word(form, first, match.end())
        if not form.isalnum():
            for part in _PART.finditer(written):
                if part.end() - part.start() <= MAX_WORD_CHARS:
                    yield Word(normalize(part[0]), first + part.start(), first + part.end())
