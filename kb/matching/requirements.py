"""What a method asks of the municipality, in the document's words, and what is known to speak against it.

Nothing is concluded: what the municipality lacks is what it says itself, and where a requirement names size, its
population stands beside it for the reader to judge.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from kb.documents import Guidance
from kb.registers import Municipality

Lack = Literal[
    "analytiker",
    "bemanning kväll och helg",
    "budget",
    "civilsamhälle",
    "fastighetsägare",
    "fältverksamhet",
    "jurist",
    "licens",
    "lokal",
    "polis med tid",
    "samordnare",
    "skyddat boende",
    "tolk",
    "utbildad personal",
]
LACKS: tuple[Lack, ...] = get_args(Lack)
"""What the requirements of the shipped guidance name; a test holds that each is named."""

_NAMED: Mapping[Lack, re.Pattern[str]] = {
    "analytiker": re.compile(r"analytiker|analysstöd|kan statistik|kan enkätmetod|metodkompetens", re.I),
    "bemanning kväll och helg": re.compile(r"kväll|helg|dygnet runt|problemtider", re.I),
    "budget": re.compile(r"budget|\bmedel\b|\bpengar\b|avgift", re.I),
    "civilsamhälle": re.compile(r"pensionärsorganisation|föreningen|boende som vill", re.I),
    "fastighetsägare": re.compile(r"fastighetsägare|hyresvärd|bostadsbolag|ägare av platsen", re.I),
    "fältverksamhet": re.compile(r"fältverksamhet|fältare|uppsökande", re.I),
    "jurist": re.compile(r"jurist|juridisk", re.I),
    "licens": re.compile(r"licens|certifiering|tillstånd från metodägaren", re.I),
    "lokal": re.compile(r"\blokal\b|smågruppslokaler|\bhall\b|\brum\b", re.I),
    "polis med tid": re.compile(
        r"polis (?:med|avsatt|som|på)|polisresurs|tid från (?:trafik)?polisen|tid hos .*polis|kommunpolis", re.I
    ),
    "samordnare": re.compile(r"samordnare|processledare|koordinator|projektledare", re.I),
    "skyddat boende": re.compile(r"skyddat boende|akut boende|skydd och boende|kedja av skydd", re.I),
    "tolk": re.compile(r"\btolk\b|flerspråkig", re.I),
    "utbildad personal": re.compile(r"utbilda|utbildning|behandlare|handledning", re.I),
}
_SIZE = re.compile(r"små kommuner|kommunens storlek", re.I)


@dataclass(frozen=True, slots=True)
class Requirement:
    """text : the document's; lacks : what it names of what the municipality says that it lacks.

    population, population_year : of the municipality, where the text names size; else None
    """

    text: str
    lacks: tuple[Lack, ...]
    population: int | None
    population_year: int | None


def list_requirements(
    document: Guidance, lacks: Collection[Lack], municipality: Municipality | None
) -> tuple[Requirement, ...]:
    """The document's requirements in its order."""
    return tuple(_read(text, lacks, municipality) for text in document.requires)


def _read(text: str, lacks: Collection[Lack], municipality: Municipality | None) -> Requirement:
    town = municipality if _SIZE.search(text) else None
    named = tuple(lack for lack in LACKS if lack in lacks and _NAMED[lack].search(text))
    return Requirement(text, named, town.population if town else None, town.population_year if town else None)
