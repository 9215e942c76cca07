"""What is known of a method, as words of the screen: what it does and how sure that is, what that rests on, its cost.

t : the strings of the language
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Protocol

from markupsafe import Markup, escape

from api.formats import write_country, write_day

Strings = Mapping[str, str]
UNKNOWN = "inte känt"


class Assessed(Protocol):
    """An outcome, a badge, or either in the shape of the API."""

    @property
    def effect(self) -> str: ...
    @property
    def certainty(self) -> str: ...


class Based(Protocol):
    @property
    def design(self) -> str: ...
    @property
    def studies(self) -> int | None: ...
    @property
    def described(self) -> str | None: ...
    @property
    def countries(self) -> tuple[str, ...] | list[str]: ...
    @property
    def independence(self) -> str: ...


class Priced(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def price_year(self) -> int | None: ...
    @property
    def searched(self) -> date | None: ...


def tell_effect(assessed: Assessed, t: Strings) -> str:
    """What happens to the outcome and how sure that is, as "minskar · måttlig säkerhet"; only the first if unknown."""
    effect = t[f"effect_{assessed.effect}"]
    return effect if assessed.effect == UNKNOWN else f"{effect} · {t[f'certainty_{assessed.certainty}']}"


def tell_basis(basis: Based, t: Strings) -> str:
    """What an effect rests on: "översikt, 24 studier, USA, oberoende"; only the design where there is no study.

    The studies in a few words are Swedish, and told in Swedish alone.
    """
    return ", ".join(_basis_parts(basis, t))


def tell_cost(cost: Priced, t: Strings) -> str:
    """The cost with the year of its prices, or the day when none was found."""
    known = [t["cost_price_year"].format(year=cost.price_year)] if cost.price_year else []
    sought = [t["cost_searched"].format(day=write_day(cost.searched, t))] if cost.searched else []
    return f"{cost.text} ({'; '.join([*known, *sought])})"


def in_language(swedish: str, english: str | None, t: Strings) -> Markup:
    """The text for the page: English where the page is and there is one, else Swedish, marked as such.

    >>> str(in_language("Belysning", None, {"language": "en"}))
    '<span lang="sv">Belysning</span>'
    """
    if t["language"] == "sv":
        return escape(swedish)
    return escape(english) if english else Markup('<span lang="sv">{}</span>').format(swedish)


def capitalize_first(text: str) -> str:
    """The text with its first letter large and the rest as it was: "översikt från USA" is "Översikt från USA"."""
    return text[:1].upper() + text[1:]


def _basis_parts(basis: Based, t: Strings) -> Iterator[str]:
    yield t[f"design_{basis.design}"]
    if basis.studies is not None:
        yield t["basis_one_study"] if basis.studies == 1 else t["basis_studies"].format(n=basis.studies)
    if basis.described and t["language"] == "sv":
        yield basis.described
    if basis.countries:
        yield ", ".join(write_country(country, t) for country in basis.countries)
    if basis.design != "ingen studie":
        yield t[f"independence_{basis.independence}"]
