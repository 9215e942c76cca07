"""Names of persons, found by the words beside them.

Swedish capitalises the names of places, organisations and writers of reports as it does those of pupils and suspects,
so a name is taken for a person's when a word beside it says so: "eleven Kevin", "Anna Berg, mamma till".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kb.matching.guard.name_shape import Name, Word, given_name, read_names, read_words
from kb.matching.guard.person_words import is_kin, is_person, is_place, is_telling
from kb.matching.guard.span import Span
from kb.matching.guard.word_lists import word_list

_SENTENCE_END = re.compile(r"[.!?;|]|\n\s*\n")
_BESIDE = re.compile(r"""[\s:,()"”'–*<>\[\]-]{1,5}""")
"""What may stand between a name and the word beside it: a space, colon, comma, bracket, dash or new line."""
_CITATION = re.compile(r",?\s\(?(?:19|20)\d\d\b|\s(?:m\.? ?fl|et al|&|och medarbetare)")
_MASKED = ("telefon", "e-post", "personnummer")
"""Kinds that tell of a person where they have been masked beside a name."""
WINDOW = 8
"""Words on either side among which one may tell that a given name with surname is a person's."""
SUBJECT_WINDOW = 5
"""Words before "heter" among which the one stands that is called so."""


def find_person_names(text: str) -> Iterator[Span]:
    """Names beside a word for a person, those listed with them, and wherever else the same given names stand.

    A given name with surname is found also where such a word is only near.
    """
    words = read_words(text)
    names = [name for name in read_names(words) if not _is_cited_or_place(text, words, name)]
    told: set[Name] = set()
    for before, name in pairwise([None, *names]):
        if name and (_is_told(words, name) or (before in told and _is_listed(words, name, before))):
            told.add(name)
    known = {given_name(words[name.first].text) for name in told if name.is_known}
    for name in names:
        if name in told or (name.is_known and given_name(words[name.first].text) in known):
            yield words[name.first].first, words[name.last - 1].last


def _is_cited_or_place(text: str, words: Sequence[Word], name: Name) -> bool:
    """Whether a year or "m.fl." follows, as after a writer, or a word that makes it a place: Olof Palmes plats."""
    if _CITATION.match(text, words[name.last - 1].last):
        return True
    return (
        name.last < len(words)
        and words[name.last].gap == " "
        and words[name.last].text.casefold() in word_list("place_words")
    )


def _is_listed(words: Sequence[Word], name: Name, before: Name) -> bool:
    """Whether only a comma or "och" stands between it and the name before."""
    if not name.is_sure or name.first > before.last + 1:
        return False
    between = words[before.last : name.first]
    return between[0].text in ("och", "samt", "eller") if between else words[name.first].gap.strip() == ","


def _is_told(words: Sequence[Word], name: Name) -> bool:
    return _is_told_before(words, name) or _is_told_after(words, name) or _is_told_nearby(words, name)


def _is_told_before(words: Sequence[Word], name: Name) -> bool:
    gap, before = words[name.first].gap, _words_before(words, name.first, SUBJECT_WINDOW + 1)
    if not before or not _BESIDE.fullmatch(gap):
        return False
    if gap.isspace() and gap.count("\n") == 0 and _names_one_person(before):
        return name.is_known or not is_place(words[name.first].text)
    return name.is_sure and _introduces(before, gap, name)


def _names_one_person(before: Sequence[str]) -> bool:
    """Whether the last word is for one person, or says what one is called."""
    if before[-1] in word_list("naming"):
        return any(word in word_list("subject") or is_person(word) for word in before[:-1])
    return is_person(before[-1])


def _introduces(before: Sequence[str], gap: str, name: Name) -> bool:
    """Whether the words before bring in a person where a place or an organisation could also stand."""
    last, last_but_one = before[-1], before[-2] if len(before) > 1 else ""
    if is_telling(last) or ("]" in gap and last in _MASKED):
        return True
    if last in word_list("groups"):
        return name.is_known and ("(" in gap or ":" in gap)
    if last in word_list("labels"):
        return ":" in gap or "\n" in gap
    return last in ("är", "var", "till", "med", "av") and (
        is_telling(last_but_one) or last_but_one in word_list("labels")
    )


def _is_told_after(words: Sequence[Word], name: Name) -> bool:
    if name.last == len(words) or not name.is_sure or not _BESIDE.fullmatch(words[name.last].gap):
        return False
    word, gap = words[name.last], words[name.last].gap
    if gap == " ":
        owner = words[name.last - 1].text.casefold()
        return is_kin(word.text) and owner[-1] in "sxz" and owner not in word_list("ambiguous")
    if is_telling(word.text) or ("[" in gap and word.text in _MASKED):
        return True
    return name.is_known and (word.text == "född" or _is_age(words[name.last : name.last + 2]))


def _is_age(words: Sequence[Word]) -> bool:
    """Whether ", 15 år" or "(15)" follows."""
    age, *after = words
    has_unit = bool(after) and after[0].gap == " " and after[0].text.startswith("år")
    return re.fullmatch(r"\d\d?", age.text) is not None and (has_unit or age.gap == " (")


def _is_told_nearby(words: Sequence[Word], name: Name) -> bool:
    """For a given name with surname: what is said in the same sentence is of a person in a case, not of a writer."""
    if not (name.is_known and name.is_full):
        return False
    near = [*_words_before(words, name.first, WINDOW), *_words_after(words, name.last, WINDOW)]
    if any(word in word_list("writing") for word in near):
        return False
    return any(word in word_list("deeds") or is_telling(word) for word in near)


def _words_before(words: Sequence[Word], i: int, n: int) -> list[str]:
    """At most n words of the same sentence before word i, folded, in order."""
    found: list[str] = []
    while i > 0 and len(found) < n and not _SENTENCE_END.search(words[i].gap):
        i -= 1
        found.append(words[i].text.casefold())
    return found[::-1]


def _words_after(words: Sequence[Word], i: int, n: int) -> list[str]:
    found: list[str] = []
    while i < len(words) and len(found) < n and not _SENTENCE_END.search(words[i].gap):
        found.append(words[i].text.casefold())
        i += 1
    return found
