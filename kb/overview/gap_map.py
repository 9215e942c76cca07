"""Where methods are missing: problem areas by level of prevention or by target group.

A cell counts every method that might be suggested there, primary and secondary: a gap is where nothing could help.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kb.documents import Guidance, ProblemArea
from kb.overview.gaps import MIN_METHODS, WELL_SUPPORTED
from kb.overview.method_list import MethodList, MethodQuery, list_methods
from kb.vocabulary import PREVENTION_LEVELS, TARGET_GROUPS, PreventionLevel, TargetGroup

Axis = Literal["level", "target_group"]
AxisValue: TypeAlias = PreventionLevel | TargetGroup
Cover = Literal["none", "thin", "covered"]


@dataclass(frozen=True, slots=True)
class GapCell:
    """query : gives exactly methods, so that a cell and its list agree."""

    query: MethodQuery
    methods: MethodList

    @property
    def n_methods(self) -> int:
        return len(self.methods.primary) + len(self.methods.secondary)

    @property
    def n_well_supported(self) -> int:
        return sum(self.methods.rate(d) in WELL_SUPPORTED for d in (*self.methods.primary, *self.methods.secondary))

    @property
    def cover(self) -> Cover:
        """none: no method; thin: under MIN_METHODS, or none that is well supported."""
        if not self.n_methods:
            return "none"
        return "covered" if self.n_methods >= MIN_METHODS and self.n_well_supported else "thin"


@dataclass(frozen=True, slots=True)
class GapRow:
    """cells : every value of the axis -> cell; stated : documents that say that no method is known there."""

    area: ProblemArea
    cells: Mapping[AxisValue, GapCell]
    stated: tuple[Guidance, ...]


def map_gaps(guidance: Iterable[Guidance], areas: Iterable[ProblemArea], axis: Axis) -> tuple[GapRow, ...]:
    """A row for every area, in their order."""
    documents = tuple(guidance)
    return tuple(_row(documents, area, axis) for area in areas)


def _row(documents: tuple[Guidance, ...], area: ProblemArea, axis: Axis) -> GapRow:
    queries: dict[AxisValue, MethodQuery]
    if axis == "level":
        queries = {level: MethodQuery(area.slug, level=level) for level in PREVENTION_LEVELS}
    else:
        queries = {group: MethodQuery(area.slug, target_group=group) for group in TARGET_GROUPS}
    cells = {value: GapCell(query, list_methods(documents, query)) for value, query in queries.items()}
    stated = [d for d in documents if d.kind == "lucka" and area.slug in (*d.primary_areas, *d.secondary_areas)]
    return GapRow(area, cells, tuple(stated))
