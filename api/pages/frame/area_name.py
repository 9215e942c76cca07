"""Problem areas by their titles in the language of the page."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from kb.documents import ProblemArea
from kb.overview.gaps import AREA_KINDS
from kb.text.swedish_order import swedish_order


class Named(Protocol):
    """A problem area, or what a text or search was found to be about."""

    @property
    def title(self) -> str: ...
    @property
    def title_en(self) -> str: ...


def name_area(area: Named, t: Mapping[str, str]) -> str:
    """The English title on an English page, else the Swedish one."""
    return area.title_en if t["language"] == "en" else area.title


def sort_areas(areas: Iterable[ProblemArea], t: Mapping[str, str]) -> list[ProblemArea]:
    """Problem areas, then support themes, each by its title on the page."""
    return sorted(areas, key=lambda area: (AREA_KINDS.index(area.kind), swedish_order(name_area(area, t))))
