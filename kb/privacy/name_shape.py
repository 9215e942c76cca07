"""What has the shape of a person's name: capitalised words in a row, with particles and initials."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.privacy.person_words import is_place, is_telling, is_thing
from kb.privacy.word_lists import given_names, word_list

MAX_NAME_WORDS = 4
_MAX_LETTERS = 40
_WORD = re.compile(r"\w+(?:[-’'][^\W\d]\w*)*")


@dataclass(frozen=True, slots=True)
class Word:
    """gap : what stands between it and the word before; first, last : as in Span."""

    text: str
    first: int
    last: int
    gap: str


@dataclass(frozen=True, slots=True)
class Name:
    """The words first <= i < last; is_known : it begins with a given name; is_sure : no place looks like it."""

    first: int
    last: int
    is_known: bool
    is_sure: bool

    @property
    def is_full(self) -> bool:
        return self.last - self.first > 1


def read_words(text: str) -> list[Word]:
    """The words of the text in order."""
    words: list[Word] = []
    last = 0
    for match in _WORD.finditer(text):
        words.append(Word(match[0], match.start(), match.end(), text[last : match.start()]))
        last = match.end()
    return words


def read_names(words: Sequence[Word]) -> Iterator[Name]:
    """What may be names, in order, none overlapping another."""
    i = 0
    while i < len(words):
        name = _read_name(words, i)
        if name:
            yield name
        i = name.last if name else i + 1


def given_name(word: str) -> str | None:
    """The word in folded case and without a genitive's s, if it is a given name or begins with one and a hyphen."""
    form = word.casefold()
    for given in (form, form.removesuffix("s")):
        if given in given_names() or given.partition("-")[0] in given_names():
            return given
    return None


def _read_name(words: Sequence[Word], first: int) -> Name | None:
    """The name that the words from `first` on may be; words before its given name are none of it ("Enligt Kevin")."""
    last = first
    while last - first < MAX_NAME_WORDS and last < len(words) and _goes_on(words, first, last):
        last += 1
    while last > first and words[last - 1].text in word_list("particles"):
        last -= 1
    if last == first:
        return None
    known = next((i for i in range(first, last) if given_name(words[i].text)), None)
    begin = first if known is None else known
    return Name(begin, last, known is not None, known is not None or _is_sure(words[begin:last]))


def _is_sure(words: Sequence[Word]) -> bool:
    """Whether the words, none of them a given name, are no place: the first looks like none, the others are none."""
    others = {word.text.casefold() for word in words[1:]}
    return len(words) > 1 and not is_place(words[0].text) and not others & word_list("places")


def _goes_on(words: Sequence[Word], first: int, i: int) -> bool:
    word = words[i].text
    if i > first and not _is_joined(words, first, i):
        return False
    if i > first and (word in word_list("particles") or (len(word) == 1 and word.isupper())):
        return True
    return _is_name_word(word)


def _is_joined(words: Sequence[Word], first: int, i: int) -> bool:
    """Whether one space stands before word i, or a new line that parts a surname from its given name."""
    if len(words[i].gap) > 1 or not words[i].gap.isspace():
        return False
    is_label = i + 1 < len(words) and words[i + 1].gap.startswith(":")
    return words[i].gap != "\n" or (i == first + 1 and given_name(words[first].text) is not None and not is_label)


def _is_name_word(word: str) -> bool:
    """Capitals all through are an abbreviation's, unless it is a given name or as long as a surname."""
    if not word[0].isupper() or not 1 < len(word) <= _MAX_LETTERS or any(letter.isdigit() for letter in word):
        return False
    if word.isupper() and len(word) < 5 and given_name(word) is None:
        return False
    return not is_telling(word) and not is_thing(word) and word.casefold() not in word_list("not_names")
