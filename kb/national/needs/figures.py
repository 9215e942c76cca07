"""The figures of a year: how many municipalities, by problem area and county, size or half-year.

A municipality counts once in each figure, however many plans and cases it has. It lies in one county, has one size and
counts in the half-year in which it first told of the area, so figures of these add up. Those of problem areas do not: a
municipality may have told of several.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from kb.national.needs.groups import Group, group_of
from kb.national.needs.half_year import HALVES, Half
from kb.registers import Municipality

Part = Literal["county", "size", "half"]
PARTS: tuple[Part, ...] = get_args(Part)
"""Into what a year is parted."""
Axis = Literal["all", "county", "size", "half"]
AXES: tuple[Axis, ...] = get_args(Axis)
ANY = ""
"""The problem area of figures that count those that told of any."""


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """What is counted: municipalities of a place, or of a half-year, that told of the problem area.

    area : a slug, or ANY; key : of the axis, empty for all
    """

    axis: Axis
    area: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """That a municipality told of a problem area in a half of the year."""

    municipality_code: str
    area: str
    half: Half


@dataclass(frozen=True, slots=True)
class Counted:
    """What is behind the figures of a year, which nobody is shown.

    groups : how many municipalities each has, which everybody knows
    told : area -> of each group, how many told of it, in the order of groups; any_told : how many told of any
    first_half : area -> how many told of it in the first half of the year
    """

    groups: Mapping[Group, int]
    told: Mapping[str, tuple[int, ...]]
    any_told: tuple[int, ...]
    first_half: Mapping[str, int]

    def count(self, figure: Figure) -> int:
        if figure.axis == "half":
            first = self.first_half[figure.area]
            return first if figure.key == HALVES[0] else sum(self.told[figure.area]) - first
        of_groups = self.told[figure.area] if figure.area else self.any_told
        return sum(of_groups[position] for position in self.list_members(figure))

    def count_towns(self, figure: Figure) -> int:
        """How many municipalities there are to be counted, which everybody knows."""
        sizes = tuple(self.groups.values())
        return sum(sizes[position] for position in self.list_members(figure))

    def list_members(self, figure: Figure) -> list[int]:
        """Positions of the groups that the figure counts."""
        return [position for position, group in enumerate(self.groups) if _has(group, figure)]

    def list_figures(self) -> Iterator[Figure]:
        """Every figure that a page could show."""
        for area in (*self.told, ANY):
            yield Figure("all", area)
            for part in PARTS:
                yield from self.list_parts(area, part)

    def list_parts(self, area: str, part: Part) -> list[Figure]:
        """The figures whose sum is that of all; of any problem area none for half-years."""
        return [Figure(part, area, key) for key in self.list_keys(part) if area or part != "half"]

    def list_keys(self, part: Part) -> list[str]:
        if part == "half":
            return list(HALVES)
        return sorted({group.county if part == "county" else group.size for group in self.groups})


def count_needs(needs: Iterable[Need], towns: Iterable[Municipality], areas: Iterable[str]) -> Counted:
    """What the municipalities told of in a year. A municipality or an area that is not known is left out."""
    by_code = {town.code: group_of(town) for town in towns}
    by_area: dict[str, set[str]] = {area: set() for area in areas}
    early: dict[str, set[str]] = {area: set() for area in by_area}
    for need in needs:
        if need.municipality_code in by_code and need.area in by_area:
            by_area[need.area].add(need.municipality_code)
            early[need.area] |= {need.municipality_code} if need.half == HALVES[0] else set()
    groups = dict(sorted(Counter(by_code.values()).items()))

    def count(codes: Iterable[str]) -> tuple[int, ...]:
        met = Counter(by_code[code] for code in codes)
        return tuple(met[group] for group in groups)

    return Counted(
        groups=groups,
        told={area: count(codes) for area, codes in by_area.items()},
        any_told=count(set().union(*by_area.values())),
        first_half={area: len(codes) for area, codes in early.items()},
    )


def _has(group: Group, figure: Figure) -> bool:
    match figure.axis:
        case "county":
            return group.county == figure.key
        case "size":
            return group.size == figure.key
    return True
