"""The words and given names the guard goes by, kept as data: words.toml and given_names.txt beside this file."""

import tomllib
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of an entry of words.toml."""
    return frozenset(_lists()[name].split())


@cache
def endings(name: str) -> tuple[str, ...]:
    """The endings of an entry of words.toml, to be given to str.endswith."""
    return tuple(_lists()[name].split())


@cache
def given_names() -> frozenset[str]:
    """Some 2,700 given names in use in Sweden, of all its languages, in folded case; written for this project."""
    return frozenset((_FOLDER / "given_names.txt").read_text(encoding="utf-8").split())


@cache
def _lists() -> dict[str, str]:
    return tomllib.loads((_FOLDER / "words.toml").read_text(encoding="utf-8"))
