"""The Swedish dictionary that the package hunspell-sv installs: words with their flags, and the suffixes they may take.

Of the format (hunspell(5)) what Swedish needs is read: words, suffixes, and what may stand where in a compound.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from kb.errors import DictionaryMissing

PACKAGE = "hunspell-sv"
WORDS, AFFIXES = "sv_SE.dic", "sv_SE.aff"
FORBIDDEN, BEGIN, MIDDLE, END, IN_COMPOUNDS = "%XUYZ"
"""Flags, as the head of sv_SE.aff explains them: never right; its places in a compound; right there alone."""
LONGEST_SUFFIX = 11
N_REMEMBERED = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Suffix:
    """A word with the flag, whose end matches `ends`, loses strip and gains add.

    places : flags of what comes out where it only begins a compound or stands inside one, else ""
    """

    flag: str
    strip: str
    add: str
    ends: str
    places: str

    def undo(self, form: str) -> str:
        """The word that form, which ends with add, comes of if the suffix fits it; else ""."""
        word = form[: len(form) - len(self.add)] + self.strip
        return word if _compile(self.ends).search(word) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hunspell:
    """find_flags : the flags of a word as the dictionary capitalises it, one string for each of its meanings
    endings, joints : what is added -> the suffixes that add it; endings make a form, joints a part of a compound
    """

    find_flags: Callable[[str], tuple[str, ...]]
    endings: Mapping[str, Sequence[Suffix]]
    joints: Mapping[str, Sequence[Suffix]]

    def undo(self, form: str, suffixes: Mapping[str, Sequence[Suffix]]) -> Iterator[tuple[str, str, Suffix]]:
        """Each word that becomes form by one of the suffixes, its flags, and the suffix."""
        for start in range(max(1, len(form) - LONGEST_SUFFIX), len(form) + 1):
            for suffix in suffixes.get(form[start:], ()):
                word = suffix.undo(form)
                for flags in self.find_flags(word) if word else ():
                    if suffix.flag in flags:
                        yield word, flags, suffix


def make_hunspell(words: str, affixes: str) -> Hunspell:
    """The dictionary of the text of a .dic file and of an .aff file."""
    lines = [line for line in words.split("\n")[1:] if line]
    lines.sort()
    endings: dict[str, list[Suffix]] = {}
    joints: dict[str, list[Suffix]] = {}
    for suffix in read_suffixes(affixes):
        (joints if suffix.places else endings).setdefault(suffix.add, []).append(suffix)
    find_flags = lru_cache(N_REMEMBERED)(partial(_find_flags, lines))
    return Hunspell(find_flags=find_flags, endings=endings, joints=joints)


@cache
def load_hunspell() -> Hunspell:
    """The dictionary as it is installed, read once.

    Raises
    ------
    DictionaryMissing : the package or one of its files is not there
    """
    return make_hunspell(*(_locate(name).read_text(encoding="utf-8") for name in (WORDS, AFFIXES)))


def read_suffixes(affixes: str) -> Iterator[Suffix]:
    """The suffixes of an .aff file.

    >>> [suffix.add for suffix in read_suffixes("SFX C Y 2\\nSFX C 0 t [aeiou]\\nSFX C el let [^m]el")]
    ['t', 'let']
    """
    for line in affixes.split("\n"):
        kind, *cells = line.split() or [""]
        if kind == "SFX" and len(cells) == 4:
            flag, strip, added, ends = cells
            add, _, places = added.partition("/")
            yield Suffix(flag=flag, strip=_read(strip), add=_read(add), ends=ends, places=places)


def _find_flags(lines: Sequence[str], word: str) -> tuple[str, ...]:
    """Of each of the sorted lines "word" or "word/flags"; none where one of them forbids the word."""
    found = [""] if (at := bisect_left(lines, word)) < len(lines) and lines[at] == word else []
    at = bisect_left(lines, start := f"{word}/", at)
    while at < len(lines) and lines[at].startswith(start):
        found.append(lines[at][len(start) :])
        at += 1
    return () if any(FORBIDDEN in flags for flags in found) else tuple(found)


def _read(letters: str) -> str:
    return "" if letters == "0" else letters


@cache
def _compile(ends: str) -> re.Pattern[str]:
    return re.compile(f"{ends}$")


def _locate(name: str) -> Path:
    way_out = f"install it again: pip install --force-reinstall {PACKAGE}"
    try:
        files = distribution(PACKAGE).files or []
    except PackageNotFoundError as error:
        raise DictionaryMissing(f"the package {PACKAGE!r}, the dictionary of Swedish, is missing; {way_out}") from error
    for file in files:
        if file.name == name and (path := Path(str(file.locate()))).is_file():
            return path
    raise DictionaryMissing(f"{name} of the package {PACKAGE!r}, the dictionary of Swedish, is missing; {way_out}")
