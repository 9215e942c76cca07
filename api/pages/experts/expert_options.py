"""What can be chosen among when experts are looked for, each with how many it would leave."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from api.formats import write_month
from api.pages.experts.asked_months import read_month, write_month_value
from api.pages.frame.area_name import name_area
from kb.errors import PeriodRejected
from kb.matching.calendar import list_months
from kb.matching.expert_list import ExpertList
from kb.registers import Registers
from kb.search.facets import EXPERT_FACETS, NATIONWIDE
from kb.snapshot.snapshot import Snapshot
from kb.text.swedish_order import swedish_order

N_MONTHS = 18
Strings = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Option:
    """n: experts that it would leave, None where that is not counted."""

    value: str
    label: str
    n: int | None = None


Options = Mapping[str, tuple[Option, ...]]
"""Field of the form -> what can be chosen there."""


def list_options(found: ExpertList, snapshot: Snapshot, today: date, chosen: Mapping[str, str], t: Strings) -> Options:
    """The choices that leave somebody; chosen : field -> value, which stays a choice though it leaves nobody."""
    facets = found.facets
    languages = sorted({*facets["language"], chosen.get("language", "")} - {""})
    names: dict[str, Iterable[tuple[str, str]]] = {
        "format": _name_values("format", EXPERT_FACETS["format"].order, t),
        "language": _name_values("language", languages, t),
        "problem_area": _sort((slug, name_area(area, t)) for slug, area in snapshot.problem_areas.items()),
        "method": _sort((slug, document.title) for slug, document in snapshot.guidance.items()),
    }
    options = {
        field: tuple(
            Option(value, label, facets[field].get(value, 0))
            for value, label in pairs
            if value in facets[field] or value == chosen.get(field)
        )
        for field, pairs in names.items()
    }
    months = _months(today, (chosen.get("from", ""), chosen.get("to", "")), t)
    return {**options, "county": _counties(found, snapshot.registers), "month": months}


def _name_values(facet: str, values: Iterable[str], t: Strings) -> list[tuple[str, str]]:
    """Each value with its name; one that has none as it is."""
    return [(value, t.get(f"{EXPERT_FACETS[facet].values}_{value}", value)) for value in values]


def name_counties(registers: Registers) -> dict[str, str]:
    """code -> name of every county, by code."""
    return dict(sorted({town.county_code: town.county_name for town in registers.municipalities}.items()))


def _counties(found: ExpertList, registers: Registers) -> tuple[Option, ...]:
    """Every county, with those who name it and those who work in the whole country."""
    counts = found.facets["county"]
    everywhere = counts.get(NATIONWIDE, 0)
    pairs = _sort(name_counties(registers).items())
    return tuple(Option(code, name, counts.get(code, 0) + everywhere) for code, name in pairs)


def _months(today: date, asked: Iterable[str], t: Strings) -> tuple[Option, ...]:
    """The coming months, and those asked for."""
    days = {period.first for period in list_months(today, N_MONTHS)}
    for text in asked:
        with suppress(PeriodRejected):  # told beside the form
            days |= {day for day in (read_month(text),) if day}
    return tuple(Option(write_month_value(day), write_month(day, t)) for day in sorted(days))


def _sort(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(pairs, key=lambda pair: swedish_order(pair[1]))
