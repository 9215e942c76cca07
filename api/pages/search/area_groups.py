"""The problem areas grouped as the mandate's focus areas group them; each area stands once, under its first."""

from collections.abc import Sequence
from dataclasses import dataclass

from api.languages import Language
from kb.documents import ProblemArea

ORDER = ("F2", "F5", "F3", "F4", "F6", "other", "support")
"""other: problems outside the six focus areas; support: themes that are no problem, F1 among them."""


@dataclass(frozen=True, slots=True)
class AreaGroup:
    """key: of the strings, as `area_group_<key>`; areas by title."""

    key: str
    areas: tuple[ProblemArea, ...]


def group_areas(areas: Sequence[ProblemArea], language: Language = "sv") -> list[AreaGroup]:
    """The groups that have any area, in order; areas by their title in the language."""

    def title(area: ProblemArea) -> str:
        return area.title if language == "sv" else area.title_en

    members = {key: [area for area in areas if _group_of(area) == key] for key in ORDER}
    return [AreaGroup(key, tuple(sorted(found, key=title))) for key, found in members.items() if found]


def _group_of(area: ProblemArea) -> str:
    if area.kind == "stödtema":
        return "support"
    return area.focus_areas[0] if area.focus_areas else "other"
