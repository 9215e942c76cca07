"""What documents are named by: the words of their titles, their headings, and how they are asked for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.documents import Guidance, ProblemArea
from kb.text.analysis import stem
from kb.text.stop_words import STOP_WORDS
from kb.text.words import find_words

MAX_WORDS = 40
"""Of a text that may be a name; a longer one is a description."""
MAX_SHARE = 0.1
"""Of the documents; a word that stands in the names of more, or a heading, says little by itself."""


@dataclass(frozen=True, slots=True)
class Name:
    """words in normal form, in order; owners : positions of the documents that it names, ascending"""

    words: tuple[str, ...]
    owners: tuple[int, ...]
    is_title: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """names : of all documents; having : word -> the positions, in names, of those that have it
    by_letter : first letter -> the words that begin with it, since all forms of a word begin alike
    n_documents : in the collection
    """

    names: Sequence[Name]
    having: Mapping[str, Sequence[int]]
    by_letter: Mapping[str, Sequence[str]]
    n_documents: int

    def find_named(self, text: str) -> NDArray[np.bool_]:
        """bool array (n_documents,), True where a text names the document, in whatever forms.

        It does by a whole name; by words of one title; and by words of one other name, unless all are general.
        """
        named = np.zeros(self.n_documents, np.bool_)
        words = tuple(word.form for word in find_words(text))
        if not words or len(words) > MAX_WORDS:
            return named
        told = [word for word in words if word not in STOP_WORDS]
        places = [self._find_names(word) for word in (told or words)]
        is_telling = bool(told) and any(self._count_owners(found) <= MAX_SHARE * self.n_documents for found in places)
        for name in (self.names[place] for place in set.intersection(*places)):
            if (told and (name.is_title or is_telling)) or _is_whole(words, name.words):
                named[list(name.owners)] = True
        return named

    def _find_names(self, word: str) -> set[int]:
        """Positions in names of those that have a form of the word."""
        own = stem(word)
        forms = (form for form in self.by_letter.get(word[0], ()) if stem(form) == own)
        return {place for form in forms for place in self.having[form]}

    def _count_owners(self, places: Iterable[int]) -> int:
        return len({owner for place in places for owner in self.names[place].owners})


def make_naming(documents: Sequence[Guidance], areas: Sequence[ProblemArea]) -> Naming:
    """What names the documents; a problem area's names are those of the documents that are first of all for it."""
    names: dict[tuple[tuple[str, ...], bool], set[int]] = {}
    for text, is_title, owners in [*_name_documents(documents), *_name_areas(documents, areas)]:
        words = tuple(word.form for word in find_words(text))
        names.setdefault((words, is_title), set()).update(owners)
    found = [Name(words, tuple(sorted(owners)), is_title) for (words, is_title), owners in names.items()]
    having: dict[str, list[int]] = {}
    for place, name in enumerate(found):
        for word in dict.fromkeys(name.words):
            having.setdefault(word, []).append(place)
    by_letter: dict[str, list[str]] = {}
    for word in having:
        by_letter.setdefault(word[0], []).append(word)
    return Naming(names=found, having=having, by_letter=by_letter, n_documents=len(documents))


_Told = tuple[str, bool, Sequence[int]]
"""A name, whether it is a title, and its owners."""


def _name_documents(documents: Sequence[Guidance]) -> Iterable[_Told]:
    for position, document in enumerate(documents):
        yield document.title, True, (position,)
        asked = (*document.asked_as.sv, *document.asked_as.en)
        for text in (*(section.heading for section in document.sections), *asked):
            yield text, False, (position,)


def _name_areas(documents: Sequence[Guidance], areas: Sequence[ProblemArea]) -> Iterable[_Told]:
    for area in areas:
        owners = [i for i, document in enumerate(documents) if area.slug in document.primary_areas]
        yield area.title, True, owners
        for text in (area.title_en, *area.terms, *area.asked_as.sv, *area.asked_as.en):
            yield text, False, owners


def _is_whole(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return len(words) == len(name) and all(map(_are_forms, words, name))


def _are_forms(one: str, other: str) -> bool:
    return one == other or stem(one) == stem(other)
