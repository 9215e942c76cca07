"""Quality as numbers: mean and spread of each question, of whole groups of answers alone."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.experts.tables import ExpertConsent
from api.store.quality.tables import QualityGroup

Question = Literal["used", "helped", "quality"]
QUESTIONS: tuple[Question, ...] = get_args(Question)
USED_MOST = 2
"""What a yes is worth in the sums of a group."""


@dataclass(frozen=True, slots=True)
class Figure:
    """mean : of `used` in [0, 1], where partly is a half; of the others in [1, 5]. spread : the standard deviation"""

    mean: float
    spread: float


@dataclass(frozen=True, slots=True)
class Figures:
    """n : answers, at least five"""

    n: int
    used: Figure
    helped: Figure
    quality: Figure


@dataclass(frozen=True, slots=True)
class PlaceFigures:
    """county : empty for all counties together; area : None for all areas together, empty for those too rare to name"""

    county: str
    area: str | None
    figures: Figures


def has_consent(session: Session, expert_slug: str) -> bool:
    """Whether the organisation has agreed to be told what askers thought, and not taken it back."""
    of_expert = (ExpertConsent.expert_slug == expert_slug, ExpertConsent.purpose == "quality")
    given = select(ExpertConsent.id).where(*of_expert, ExpertConsent.withdrawn.is_(None)).limit(1)
    return session.scalar(given) is not None


def find_expert_figures(session: Session, expert_slug: str) -> Figures | None:
    """What is said of the expert's help, None without consent or while the answers are too few."""
    if not has_consent(session, expert_slug):
        return None
    of_expert = select(QualityGroup).where(QualityGroup.series == "expert", QualityGroup.key == expert_slug)
    groups = session.scalars(of_expert).all()
    return add_up(groups) if groups else None


def list_figures(session: Session, county: str) -> list[PlaceFigures]:
    """What is said of the help in a county, together and by area; with an empty county in all of them, together first.

    What has too few answers is not there.
    """
    of_counties = select(QualityGroup).where(QualityGroup.series == "county")
    groups = session.scalars(of_counties.where(QualityGroup.key == county) if county else of_counties).all()
    by_place: dict[tuple[str, str | None], list[QualityGroup]] = defaultdict(list)
    for group in groups:
        for place in (group.key,) if county else ("", group.key):
            by_place[place, None].append(group)
            by_place[place, group.area].append(group)
    return [PlaceFigures(place, area, add_up(of)) for (place, area), of in sorted(by_place.items(), key=_order)]


def add_up(groups: Sequence[QualityGroup]) -> Figures:
    """The groups together. groups : at least one"""
    return Figures(
        sum(group.n for group in groups),
        _figure(((group.n, group.used_sum, group.used_squares) for group in groups), USED_MOST),
        _figure((group.n, group.helped_sum, group.helped_squares) for group in groups),
        _figure((group.n, group.quality_sum, group.quality_squares) for group in groups),
    )


def _figure(sums: Iterable[tuple[int, int, int]], unit: int = 1) -> Figure:
    """unit : what the sums have for one"""
    n, total, squares = map(sum, zip(*sums, strict=True))
    mean = total / n
    return Figure(mean / unit, math.sqrt(max(squares / n - mean * mean, 0.0)) / unit)


def _order(entry: tuple[tuple[str, str | None], Sequence[QualityGroup]]) -> tuple[str, bool, bool, str]:
    """By county; all areas first, those that have no name of their own last."""
    (county, area), _ = entry
    return county, area is not None, area == "", area or ""
