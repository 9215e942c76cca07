"""A text without the groups of people that it names: who somebody is tells nothing of a crime."""

import re
import tomllib
from functools import cache
from pathlib import Path

ANYBODY = "personer"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def hide_groups(text: str) -> str:
    """The text with each word for a group of people replaced by one for anybody.

    >>> hide_groups("Romer har slagit läger vid badplatsen.")
    'personer har slagit läger vid badplatsen.'
    """
    return _WORD.sub(lambda word: ANYBODY if _names_group(word[0].casefold()) else word[0], text)


def areas_about_groups() -> frozenset[str]:
    """Slugs of the areas that are about harm done to a group."""
    return frozenset(_lists()["areas_about_groups"])


def _names_group(word: str) -> bool:
    return word in _lists()["words"] or word.startswith(_lists()["stems"])


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    told = tomllib.loads((Path(__file__).parent / "people.toml").read_text(encoding="utf-8"))
    return {name: tuple(words) for name, words in told.items()}
