"""The words of the document of a plan, and its days and kronor, in both languages."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from kb.plans.labels import PlanLanguage

Words = Mapping[str, str]
LOCALES: Mapping[PlanLanguage, str] = {"sv": "sv-SE", "en": "en-GB"}
NARROW = "\N{NO-BREAK SPACE}"


@cache
def load_words(language: PlanLanguage) -> Words:
    """The words of words.toml in the language, with `language` itself."""
    with Path(__file__).with_name("words.toml").open("rb") as file:
        words: Words = tomllib.load(file)[language]
    return {**words, "language": language}


def write_kronor(kronor: int, words: Words) -> str:
    """The sum with its unit, which no line breaks apart.

    >>> write_kronor(25000, load_words("sv")), write_kronor(25000, load_words("en"))
    ('25\\xa0000\\xa0kr', 'SEK\\xa025,000')
    """
    amount = f"{kronor:,}" if words["language"] == "en" else f"{kronor:,}".replace(",", NARROW)
    return words["kronor"].format(amount=amount).replace(" ", NARROW)


def write_decimal(value: Decimal, words: Words) -> str:
    """The number as it was written, with the language's decimal sign.

    >>> write_decimal(Decimal("12.50"), load_words("sv"))
    '12,5'
    """
    told = f"{value.normalize():f}"
    return told if words["language"] == "en" else told.replace(".", ",").replace("-", "−")


def write_days(first: date | None, last: date | None, words: Words) -> str:
    """From when to when, empty where neither is told.

    Two days stand on two lines: in a narrow column a day would break at its signs.

    >>> write_days(None, date(2027, 3, 31), load_words("sv"))
    'senast 2027-03-31'
    """
    if first and last:
        return f"{first} –\n{last}" if first != last else str(first)
    if first:
        return words["from_day"].format(day=first)
    return words["until_day"].format(day=last) if last else ""


def count(n: int, key: str, words: Words) -> str:
    """So many of what the words `one_...` and `n_...` name."""
    return words[f"one_{key}"] if n == 1 else words[f"n_{key}s"].format(n=n)


def name_some(names: Sequence[str], most: int, words: Words) -> str:
    """The first names, and how many more there are.

    >>> name_some(["A", "B", "C", "D"], 2, load_words("sv"))
    'A; B och 2 till'
    """
    if len(names) <= most:
        return "; ".join(names)
    return f"{'; '.join(names[:most])} {words['and_more'].format(n=len(names) - most)}"
