"""Words of a text: what counts as one, where it stands, and its normal form."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

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

    >>> [word.form for word in find_words("EU:s a-traktorer")]
    ['eu:s', 'eu', 'a-traktorer', 'traktorer']
    """
    for match in _WORD.finditer(text):
        form = normalize(match[0])
        yield Word(form, match.start(), match.end())
        if not form.isalnum():
            for part in _PART.finditer(match[0]):
                yield Word(normalize(part[0]), match.start() + part.start(), match.start() + part.end())
