"""What the police's lists say of a municipality: the gravest class of its areas, how many, and what has changed.

The lists are assessments, no measures. The class riskområde stood between the other two until 2023 and is on no later
list, so what was one then may be anything from utsatt to särskilt utsatt now, and no change of class can be told of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kb.national.priority.criteria import Criterion
from kb.national.priority.told import MISSING, Told, exactly
from kb.registers import AreaChange, AreaClass, PoliceArea, Registers

WORTH: Mapping[AreaClass | None, float] = {None: 0.0, "utsatt": 0.4, "riskområde": 0.75, "särskilt utsatt": 1.0}
"""None: no area. The steps are this service's own reading of the mandate, told on the page and in docs/national.md."""
MANY_AREAS = 4
"""So many areas and more weigh the same: large cities are not to come first for being large."""
BETTER, SAME, WORSE = 0.0, 0.5, 1.0


@dataclass(frozen=True, slots=True)
class ListYear:
    """A list's areas of one municipality, by name. is_derived : worked out backwards from a later list"""

    year: int
    areas: tuple[PoliceArea, ...]
    is_derived: bool

    @property
    def gravest(self) -> AreaClass | None:
        return max((area.area_class for area in self.areas), key=lambda found: WORTH[found], default=None)


@dataclass(frozen=True, slots=True)
class PoliceView:
    """Lists that the register has, the newest first, and what they give for the order."""

    lists: tuple[ListYear, ...]
    values: Mapping[Criterion, Told]


def view_lists(registers: Registers) -> Mapping[str, PoliceView]:
    """Code of every municipality -> what the lists say of it."""
    years = sorted({area.list_year for area in registers.police_areas}, reverse=True)
    derived = {area.list_year for area in registers.police_areas if area.is_derived}
    of_town: dict[str, list[PoliceArea]] = {town.code: [] for town in registers.municipalities}
    for area in registers.police_areas:
        of_town.setdefault(area.municipality_code, []).append(area)
    origins, last_with_risk = _find_origins(registers), find_last_with_risk(registers)
    return {code: _view(areas, years, derived, origins, last_with_risk) for code, areas in of_town.items()}


def find_last_with_risk(registers: Registers) -> int | None:
    """The year of the newest list that has the class riskområde, None where none has."""
    return max((area.list_year for area in registers.police_areas if area.area_class == "riskområde"), default=None)


def _view(
    areas: Sequence[PoliceArea],
    years: Sequence[int],
    derived: set[int],
    origins: Mapping[tuple[int, str], str],
    last_with_risk: int | None,
) -> PoliceView:
    lists = tuple(
        ListYear(
            year,
            tuple(sorted((a for a in areas if a.list_year == year), key=lambda a: (-WORTH[a.area_class], a.name))),
            year in derived,
        )
        for year in years
    )
    if not lists:
        return PoliceView((), {"area_class": MISSING, "areas": MISSING, "change": MISSING})
    return PoliceView(
        lists,
        {
            "area_class": rate_class(lists, last_with_risk),
            "areas": count_areas(lists[0], origins),
            "change": rate_change(lists),
        },
    )


def list_changes(registers: Registers, lists: Sequence[ListYear]) -> tuple[AreaChange, ...]:
    """How areas of the municipality became others from one list to the next, where a name did not simply stay."""
    names = {(one.year, area.name) for one in lists for area in one.areas}
    return tuple(
        change
        for change in registers.area_changes
        if {(change.from_year, change.from_area), (change.to_year, change.to_area)} & names
    )


def rate_class(lists: Sequence[ListYear], last_with_risk: int | None = None) -> Told:
    """What the gravest class weighs. What was a riskområde when the class was last used may be anything above it now.

    last_with_risk : the newest list that has the class
    """
    now = lists[0].gravest
    was_risk = any(one.year == last_with_risk and one.gravest == "riskområde" for one in lists)
    if now == "utsatt" and was_risk:
        return Told(WORTH[now], WORTH["riskområde"], WORTH["särskilt utsatt"])
    return exactly(WORTH[now])


def count_areas(newest: ListYear, origins: Mapping[tuple[int, str], str]) -> Told:
    """How many of MANY_AREAS. Those that were one area on the list before may count as one: a split is no growth."""
    n = len(newest.areas)
    n_before = len({origins.get((newest.year, area.name), area.name) for area in newest.areas})
    high = min(n / MANY_AREAS, 1.0)
    return Told(min(n_before / MANY_AREAS, high), high, high)


def rate_change(lists: Sequence[ListYear]) -> Told:
    """Whether the gravest class went up or down since the list before; missing where the classes are not comparable."""
    if len(lists) == 1:
        return MISSING
    now, before = lists[0].gravest, lists[1].gravest
    if before == "riskområde" and now == "utsatt":  # the class is gone: a new name, or a change, nobody has said which
        return MISSING
    if now == before:
        return exactly(SAME if now else BETTER)
    return exactly(WORSE if WORTH[now] > WORTH[before] else BETTER)


def _find_origins(registers: Registers) -> Mapping[tuple[int, str], str]:
    """List year and name of an area that was split off -> the area that it was part of."""
    return {
        (change.to_year, change.to_area): change.from_area
        for change in registers.area_changes
        if change.kind == "split"
    }
