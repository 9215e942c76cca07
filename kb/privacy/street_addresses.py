"""Street addresses with a house number: a street alone is a place, and places are what a description is about."""

import re
from collections.abc import Iterator

from kb.privacy.counted import is_counted
from kb.privacy.span import DASH, SPACE, Span
from kb.privacy.word_lists import endings

_ADDRESS = re.compile(
    rf"""
    (?<![\w:’-])
    (?P<before>(?:[^\W\d_][\w:’-]{{0,30}}(?:{SPACE}|\n)){{0,2}})
    (?P<word>[^\W\d_][\w’-]{{2,40}})(?:{SPACE}|\n)
    (?P<number>(?P<house>\d{{1,3}})(?:{SPACE}?{DASH}{SPACE}?(?P<to>\d{{1,3}}))?(?:{SPACE}?[A-H]\b|[a-h]\b)?)(?!\w)
    (?P<flat>(?:,?{SPACE}(?:
        (?:lgh|lägenhet)\.?{SPACE}?(?:nr\.?{SPACE})?\d{{1,4}}
        | \d{{1,2}}{SPACE}?(?:tr\b|trappor\b)(?:{SPACE}(?:ög|nb|upp|höger|vänster)\b)?
        | (?:uppgång|port){SPACE}(?:[A-H]|\d{{1,2}})
    )\b){{0,3}})
    """,
    re.VERBOSE,
)
"""Up to two words before the one that stands at the number: they may be part of the street's name."""

_STREET_WORD = (
    r"(?:gatan?|gränd(?:en)?|vägen|stigen|torg(?:et)?|all[eé]n?|backen|brinken|liden|kroken|slingan|svängen|stråket"
    r"|terrassen|esplanaden|promenaden|kajen)"
)
_COMPOUND = re.compile(rf"(?!(?:riks|lands|läns|europa|motor)vägen)\w+{_STREET_WORD}", re.IGNORECASE)
_ALONE = re.compile(rf"{_STREET_WORD}|väg|stig|backe|plats", re.IGNORECASE)
_DIRECTION = re.compile(
    r"norra|södra|östra|västra|stora|lilla|gamla|nya|övre|nedre|yttre|inre|mellersta|korta|långa|s:t|s:ta|sankta?",
    re.IGNORECASE,
)
_AT_HOME = re.compile(
    r"\b(?:bor|bodde|bosatta?|skrive?na?|folkbokförda?|boende|hemma|adress(?:en)?)(?:\s(?:på|i|är)|:)?\s$",
    re.IGNORECASE,
)
_AT_HOME_CHARS = 30


def find_street_addresses(text: str) -> Iterator[Span]:
    """A street's name with its number, and the entrance, stairs or flat that follows.

    Any name will do where somebody is said to live at it, or where a flat is named.
    """
    for match in _ADDRESS.finditer(text):
        n_words = _count_words_before(match)
        if n_words is None and _is_home(match, text):
            n_words = 0
        if n_words is not None and _is_house_number(match, text):
            yield match.start("word") - _length_of_last(match["before"], n_words), match.end()


def _count_words_before(match: re.Match[str]) -> int | None:
    """How many of the words before belong to the street's name; None when it is not one by its own form."""
    word, before = match["word"], match["before"].split()
    if before and before[-1][0].isupper() and _DIRECTION.fullmatch(before[-1]) and _is_street(word):
        return 1
    if _COMPOUND.fullmatch(word):
        return 0 if word[0].isupper() else None
    if before and before[-1][0].isupper() and _ALONE.fullmatch(word) and _is_owner(before[-1]):
        return 2 if len(before) == 2 and before[0][0].isupper() else 1
    return None


def _is_street(word: str) -> bool:
    return _COMPOUND.fullmatch(word) is not None or _ALONE.fullmatch(word) is not None


def _is_owner(word: str) -> bool:
    """Whether a street may be named for it: Olof Palmes gata, but not kommunens väg."""
    return word[-1] in "sxz" and not word.casefold().endswith(endings("no_owner_endings"))


def _is_home(match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start("word") - _AT_HOME_CHARS) : match.start("word")]
    return match["word"][0].isupper() and (match["flat"] != "" or _AT_HOME.search(before) is not None)


def _is_house_number(match: re.Match[str], text: str) -> bool:
    """Not how many there are of something; a range that falls is a time: 20-02."""
    falls = match["to"] is not None and int(match["to"]) <= int(match["house"])
    return not falls and (match["flat"] != "" or not is_counted(text, match.end("number")))


def _length_of_last(before: str, n_words: int) -> int:
    """Characters that the last n words take, with the spaces after them."""
    return sum(len(word) + 1 for word in before.split()[len(before.split()) - n_words :])
