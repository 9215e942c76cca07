"""Norwegian and Danish words read as the Swedish ones, where a query shows that it is in one of these languages."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

MIN_STEM = 4
_FOREIGN = re.compile(r"[æø]|vold|forebyg|^hv[aeio]")
"""No Swedish word has it."""
_ENDINGS = ("ernes", "erne", "enes", "ene", "ens", "ets", "er", "en", "et", "es", "e", "r", "s")


def read_as_swedish(words: Sequence[str]) -> dict[str, str]:
    """Of the words of a query, in normal form, those that Swedish has otherwise; none when the query is not Norwegian
    or Danish.

    >>> read_as_swedish(["innbrudd", "i", "boliger"])
    {'innbrudd': 'inbrott', 'boliger': 'bostad'}
    >>> read_as_swedish(["mod", "att", "polisanmäla"])
    {}
    """
    if not any(map(_is_sign, words)):
        return {}
    read = {word: _translate(word) for word in words}
    return {word: swedish for word, swedish in read.items() if swedish != word}


@dataclass(frozen=True, slots=True)
class _Lists:
    """signs, words : no Swedish words; false_friends : Swedish ones of another meaning; pieces : of words."""

    signs: Mapping[str, str]
    words: Mapping[str, str]
    false_friends: Mapping[str, str]
    pieces: Mapping[str, str]


@cache
def _lists() -> _Lists:
    return _Lists(**tomllib.loads((Path(__file__).parent / "neighbours.toml").read_text(encoding="utf-8")))


def _is_sign(word: str) -> bool:
    lists = _lists()
    return _FOREIGN.search(word) is not None or word in lists.signs or _look_up(word, lists.words) is not None


def _translate(word: str) -> str:
    lists = _lists()
    known = lists.signs.get(word) or _look_up(word, {**lists.false_friends, **lists.words})
    if known:
        return known
    for piece, swedish in lists.pieces.items():
        word = word.replace(piece, swedish)
    return word


def _look_up(word: str, table: Mapping[str, str]) -> str | None:
    """The word's line in a table, as it stands or without its ending."""
    if word in table:
        return table[word]
    for ending in _ENDINGS:
        base = word.removesuffix(ending)
        if base != word and len(base) >= MIN_STEM:
            found = table.get(base) or table.get(f"{base}e")
            if found:
                return found
    return None
