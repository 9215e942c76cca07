"""A problem found in a description."""

from dataclasses import dataclass

from kb.documents import ProblemArea
from kb.privacy import drop_masks
from kb.problems.description import Paragraph
from kb.search.answer import AreaMatch
from kb.search.query import MAX_QUERY_CHARS


@dataclass(frozen=True, slots=True)
class Problem:
    """areas best first, at least one; paragraphs in the order of the description, at least one."""

    title: str
    areas: tuple[AreaMatch, ...]
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """The paragraphs as one query, without masks, cut at what a query may hold."""
        return drop_masks("\n".join(paragraph.text for paragraph in self.paragraphs))[:MAX_QUERY_CHARS]


def make_area_problem(area: ProblemArea) -> Problem:
    """The problem of who names an area and writes no text: in the words of the taxonomy."""
    return Problem(area.title, (AreaMatch(area.slug, area.title, 1.0),), (Paragraph(0, area.title, area.summary),))
