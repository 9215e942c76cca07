"""Where there are methods, and how sure the evidence is: problem areas by approach.

A cell counts the methods that are for the area (primary). One that may help there too was tested on something else, so
its evidence says nothing of the area; one advised against is no evidence for anything.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kb.documents import Guidance, ProblemArea
from kb.overview.method_list import MethodList, MethodQuery, list_methods
from kb.vocabulary import APPROACHES, Approach


@dataclass(frozen=True, slots=True)
class MapRow:
    """cells : every approach -> the methods of the area that have it."""

    area: ProblemArea
    cells: Mapping[Approach, MethodList]

    @property
    def n_methods(self) -> int:
        return sum(len(cell.primary) for cell in self.cells.values())


def map_evidence(guidance: Iterable[Guidance], areas: Iterable[ProblemArea]) -> tuple[MapRow, ...]:
    """A row for every area, in their order."""
    documents = tuple(guidance)
    return tuple(
        MapRow(area, {approach: list_methods(documents, MethodQuery(area.slug, approach)) for approach in APPROACHES})
        for area in areas
    )
