"""Names of persons, found by the words beside them.

Swedish capitalises the names of places, organisations and writers of reports as it does those of pupils and suspects,
so a name is taken for a person's when a word beside it says so: "eleven Kevin", "Anna Berg, mamma till". Known given
names need less.
"""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from kb.privacy.name_shape import Name, Word, given_name, read_names, read_words
from kb.privacy.person_words import is_kin, is_person, is_place, is_telling, is_thing
from kb.privacy.span import Span
from kb.privacy.word_lists import word_list

_SENTENCE_END = re.compile(r"[.!?;|]|\n\s*\n")
_BESIDE = re.compile(r"""[\s:,()"”'–*<>\[\]-]{1,5}""")
"""What may stand between a name and the word beside it: a space, colon, comma, bracket, dash or new line."""
_CITATION = re.compile(r",?\s\(?(?:19|20)\d\d\b(?!-)|\s(?:m\.? ?fl|et al|&|och medarbetare)")
_MASKED = ("telefon", "e-post", "personnummer")
"""Kinds that tell of a person where they have been masked beside a name."""
WINDOW = 8
"""Words on either side among which one may tell of a writer."""
SUBJECT_WINDOW = 5
"""Words before "heter" among which the one stands that is called so."""


def find_person_names(text: str) -> Iterator[Span]:
    """Names beside a word for a person, those listed with them, and wherever else the same given names stand.

    A known given name with surname, or amid small letters, is found without such a word, if no writer is told of near.
    """
    words = read_words(text)
    names = [name for name in read_names(words) if not _is_place(words, name)]
    cited = {name for name in names if _CITATION.match(text, words[name.last - 1].last)}
    told: set[Name] = set()
    for before, name in pairwise([None, *names]):
        if name and (_follows_person(words, name) or (name not in cited and _is_told(words, name, before, told))):
            told.add(name)
    known = {given_name(words[name.first].text) for name in told if name.is_known}
    for name in names:
        is_again = name.is_known and name not in cited and given_name(words[name.first].text) in known
        if name in told or is_again:
            yield words[name.first].first, words[name.last - 1].last


def _is_place(words: Sequence[Word], name: Name) -> bool:
    """Whether a word follows that makes a place or a school of the name: Olof Palmes plats."""
    after = words[name.last : name.last + 1]
    return any(word.gap == " " and word.text.casefold() in word_list("place_words") for word in after)


def _follows_person(words: Sequence[Word], name: Name) -> bool:
    """Whether the word before is for one person, or says what one is called."""
    first = words[name.first]
    before = _words_before(words, name.first, SUBJECT_WINDOW + 1)
    if not before or len(first.gap) > 1 or not first.gap.isspace() or (first.gap == "\n" and not name.is_sure):
        return False
    if not name.is_known and is_place(first.text):
        return False
    if before[-1] in word_list("naming") and (before[-1] != "sig" or before[-2:-1] == ["kallar"]):
        is_given = name.is_known and name.is_full
        return is_given or any(word in word_list("subject") or is_person(word) for word in before[:-1])
    return is_person(before[-1])


def _is_told(words: Sequence[Word], name: Name, before: Name | None, told: Set[Name]) -> bool:
    """Whether something else says that it is a person; what alone could be an organisation needs more."""
    if not name.is_sure or (set("\n,") & set(words[name.first].gap) and _is_ambiguous(words, name)):
        return False
    is_listed = before in told and before is not None and _is_listed(words, name, before)
    if is_listed or _is_introduced(words, name) or _is_explained(words, name):
        return True
    if not name.is_known or _is_near_writing(words, name):
        return False
    is_weak = words[name.first].text.casefold() in word_list("weak")
    return not is_weak if name.is_full else _stands_alone(words, name)


def _is_ambiguous(words: Sequence[Word], name: Name) -> bool:
    """Whether it is one word that could well be another: "Hans", "Nora", "SARA"."""
    word = words[name.first].text
    return not name.is_full and (word[:2].isupper() or word.casefold() in word_list("ambiguous"))


def _is_listed(words: Sequence[Word], name: Name, before: Name) -> bool:
    """Whether only "och" stands between it and the name before, or for a given name only a comma."""
    between = words[before.last : name.first]
    if len(between) == 1:
        return between[0].text in ("och", "samt", "eller")
    return not between and name.is_known and words[name.first].gap.strip() == ","


def _is_introduced(words: Sequence[Word], name: Name) -> bool:
    """Whether the words before bring in a person: "Handläggare: Anna Berg", or sign: "/Anna"."""
    gap, before = words[name.first].gap, _words_before(words, name.first, 2)
    if gap.endswith((" /", "\n/")):
        return name.is_known
    if not before or not _BESIDE.fullmatch(gap):
        return False
    last, last_but_one = before[-1], before[0] if len(before) > 1 else ""
    is_next = "," not in gap and ("\n" not in gap or ":" in gap)
    is_told = last in ("är", "var") and (is_telling(last_but_one) or last_but_one in word_list("naming"))
    is_labelled = last in word_list("labels") and (":" in gap or "\n" in gap)
    if (is_telling(last) and is_next) or is_told or is_labelled:
        return True
    return name.is_known and _introduces_given_name(last, last_but_one, gap)


def _introduces_given_name(last: str, last_but_one: str, gap: str) -> bool:
    if is_telling(last) or last in word_list("concerning") or (last in ("är", "var") and last_but_one == "det"):
        return True
    if last in ("till", "med", "av"):
        return is_telling(last_but_one) or last_but_one in word_list("labels")
    return ("]" in gap and last in _MASKED) or (last in word_list("groups") and ("(" in gap or ":" in gap))


def _is_explained(words: Sequence[Word], name: Name) -> bool:
    """Whether what follows is said of a person: ", mamma till", "(elev)", ", 15 år", or is a masked number."""
    after = words[name.last : name.last + 2]
    if not after or not _BESIDE.fullmatch(after[0].gap):
        return False
    word, gap = after[0].text.casefold(), after[0].gap
    if gap == " ":
        is_doer = word in word_list("deeds") and not _is_ambiguous(words, name)
        return name.is_known and (is_doer or _owns(words[name.last - 1].text.casefold(), word))
    is_masked = "[" in gap and word in _MASKED
    if is_kin(word) or (is_masked and (word == "personnummer" or "<" in gap)):
        return True
    return name.is_known and (is_masked or is_telling(word) or word in ("född", "f") or _is_age(after))


def _owns(owner: str, word: str) -> bool:
    """Whether it is kin or the like of the one before in the genitive: Kevins mamma."""
    is_owner = owner[-1] in "sxz" and owner not in word_list("ambiguous")
    return is_owner and (is_telling(word) or word in word_list("relations"))


def _is_age(after: Sequence[Word]) -> bool:
    """Whether the words are "15 år", or a number in brackets."""
    has_unit = len(after) > 1 and after[1].gap == " " and after[1].text.startswith("år")
    return re.fullmatch(r"\d\d?", after[0].text) is not None and (has_unit or after[0].gap == " (")


def _stands_alone(words: Sequence[Word], name: Name) -> bool:
    """Whether small letters are on both sides of it: "säger att Jocke har".

    Not after a word for a thing (förskolan Linnea), nor after a preposition of place, for towns have such names too.
    """
    here, before = words[name.first], words[name.first - 1].text if name.first else ""
    if here.gap != " " or not before.islower() or _is_ambiguous(words, name):
        return False
    after = words[name.last : name.last + 1]
    goes_on = any(word.gap == " " and word.text[0].isupper() for word in after)
    return not goes_on and not is_thing(before) and before not in word_list("before_places")


def _is_near_writing(words: Sequence[Word], name: Name) -> bool:
    """Whether something in the same sentence tells of a writer: a report, a professor, what somebody shows."""
    near = [*_words_before(words, name.first, WINDOW), *_words_after(words, name.last, WINDOW)]
    return any(word in word_list("writing") for word in near)


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
