"""The Swedish dictionary that the package hunspell-sv installs: words with their flags, and the suffixes they may take.

Of the format (hunspell(5)) what Swedish needs is read: words, suffixes, and what may stand where in a compound.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from kb.errors import DictionaryMissing

PACKAGE = "hunspell-sv"
WORDS, AFFIXES = "sv_SE.dic", "sv_SE.aff"
FORBIDDEN, BEGIN, MIDDLE, END, IN_COMPOUNDS = "%XUYZ"
"""Flags, as the head of sv_SE.aff explains them: never right; its places in a compound; right there alone."""


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

    def fits(self, word: str, flags: str) -> bool:
        """Whether a word with the flags may take it."""
        return self.flag in flags and _compile(self.ends).search(word) is not None


Suffixes = Mapping[int, Mapping[str, Mapping[str, Sequence[Suffix]]]]
"""Letters added, most first -> what is added -> what a word has lost for it -> the suffixes that do so."""
_NONE: Mapping[str, Sequence[Suffix]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hunspell:
    """words : a word as the dictionary capitalises it -> its flags, one string for each of its meanings
    endings make a form, joints a part of a compound
    """

    words: Mapping[str, tuple[str, ...]]
    endings: Suffixes
    joints: Suffixes

    def find_flags(self, word: str) -> tuple[str, ...]:
        """The flags of each meaning of a word; none where it is not there or one of them forbids it."""
        return self.words.get(word, ())

    def undo(self, form: str, suffixes: Suffixes) -> Iterator[tuple[str, str, Suffix]]:
        """Each word that becomes form by one of the suffixes, its flags, and the suffix."""
        for n_letters, added in suffixes.items():
            start = len(form) - n_letters
            for strip, alike in added.get(form[start:], _NONE).items() if start > 0 else ():
                word = form[:start] + strip
                for flags in self.words.get(word, ()):
                    yield from ((word, flags, suffix) for suffix in alike if suffix.fits(word, flags))


def make_hunspell(words: str, affixes: str) -> Hunspell:
    """The dictionary of the text of a .dic file and of an .aff file."""
    suffixes = list(read_suffixes(affixes))
    return Hunspell(
        words=_read_words(words),
        endings=_sort([suffix for suffix in suffixes if not suffix.places]),
        joints=_sort([suffix for suffix in suffixes if suffix.places]),
    )


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


def _sort(suffixes: Sequence[Suffix]) -> Suffixes:
    sorted_out: dict[int, dict[str, dict[str, list[Suffix]]]] = {}
    for suffix in sorted(suffixes, key=lambda suffix: -len(suffix.add)):
        added = sorted_out.setdefault(len(suffix.add), {})
        added.setdefault(suffix.add, {}).setdefault(suffix.strip, []).append(suffix)
    return sorted_out


def _read_words(words: str) -> dict[str, tuple[str, ...]]:
    """The lines "word" or "word/flags" of a .dic file; flags that are the same are one string."""
    found: dict[str, tuple[str, ...]] = {}
    known: dict[str, tuple[str, ...]] = {}
    for line in words.split("\n")[1:]:
        word, _, flags = line.partition("/")
        if word:
            found[word] = (*found[word], flags) if word in found else known.setdefault(flags, (flags,))
    return {word: () if any(FORBIDDEN in flags for flags in listed) else listed for word, listed in found.items()}


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
