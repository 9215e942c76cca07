"""A problem found in a description."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from kb.documents import ProblemArea
from kb.privacy import drop_masks
from kb.problems.units import Unit
from kb.search.answer import AreaMatch
from kb.search.query import MAX_QUERY_CHARS

SURE = 0.6
"""Certainty from which a problem is no longer shown as uncertain."""
RIVAL_SHARE = 0.6
"""An area that is this likely, beside the likeliest, may be the one that is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """areas best first, at least one; units in the order of the description, at least one.

    certainty : probability, in [0, 1], that the description tells of this problem; 1 for one that the user made
    cause : why the user thinks that it is so, in the user's words; empty when nothing was written
    """

    title: str
    areas: tuple[AreaMatch, ...]
    units: tuple[Unit, ...]
    certainty: float = 1.0
    cause: str = ""

    @property
    def is_uncertain(self) -> bool:
        return self.certainty < SURE

    @property
    def rival(self) -> AreaMatch | None:
        """The second likeliest area where it may be the one that is meant."""
        rivals = (area for area in self.areas[1:] if area.relevance >= RIVAL_SHARE * self.areas[0].relevance)
        return next(rivals, None)

    @property
    def is_named_by_area(self) -> bool:
        """Whether nobody has given it a title of its own."""
        return self.title == self.areas[0].title

    @property
    def text(self) -> str:
        """The units as one query, those of a paragraph on a line, without masks, cut at what a query may hold."""
        return drop_masks("\n".join(join_units(self.units)))[:MAX_QUERY_CHARS]


def join_units(units: Iterable[Unit]) -> list[str]:
    """The texts of the units, sentences that follow each other in a paragraph as one."""
    texts: list[str] = []
    for _, group in groupby(units, key=lambda unit: unit.block if unit.form == "sentence" else -1 - unit.position):
        texts.append(" ".join(unit.text for unit in group))
    return texts


def make_area_problem(area: ProblemArea, words: str = "") -> Problem:
    """The problem of who names an area.

    words : what is written of it, masked; without any, those of the taxonomy stand for it
    """
    return Problem(
        title=area.title,
        areas=(AreaMatch(area.slug, area.title, 1.0, area.title_en),),
        units=(Unit(position=0, heading=area.title, text=words or area.summary),),
    )
