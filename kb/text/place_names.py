"""English names of Swedish places, read as the Swedish ones."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kb.text.words import normalize


def find_swedish_name(name: str) -> str | None:
    """The Swedish name of a place that goes by another in English; None for any other text.

    >>> find_swedish_name("Gothenburg"), find_swedish_name("Borås")
    ('Göteborg', None)
    """
    return _names().get(normalize(name.strip()))


def find_place_names(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a text in normal form has an English name, as characters first <= i < last, with the Swedish one."""
    for match in _pattern().finditer(text):
        yield match.start(), match.end(), _names()[match["name"]]


@cache
def _names() -> dict[str, str]:
    table: dict[str, str] = tomllib.loads((Path(__file__).parent / "place_names.toml").read_text("utf-8"))["names"]
    return table


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _names()), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<name>{names})(?:['’]?s)?(?!\w)")
