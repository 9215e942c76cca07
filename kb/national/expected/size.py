"""How large a problem is where a municipality, or public statistics, has a number of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from kb.national.expected.interval import Interval
from kb.national.statistics.statistic import Statistic

N_YEARS = 3
"""So many of the newest years a size is taken of: one year alone may be a chance."""
SizeOrigin = Literal["plan", "statistics"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemSize:
    """What there is of a problem area. measure : what is counted; values : its range over the years

    years : first and last, None for what a plan tells; source_url : of statistics; plan_id : of a plan
    """

    area: str
    measure: str
    values: Interval
    origin: SizeOrigin
    years: tuple[int, int] | None = None
    source_url: str = ""
    plan_id: str = ""


def size_statistics(statistics: Iterable[Statistic]) -> Sequence[ProblemSize]:
    """A size for each measure that speaks for a problem area, of one municipality's statistics.

    The range is that of the newest N_YEARS years there are.
    """
    speaking = sorted(
        (told for told in statistics if told.area), key=lambda told: (told.area, told.measure, -told.year)
    )
    return [
        _size(list(of_measure)[:N_YEARS]) for _, of_measure in groupby(speaking, lambda told: (told.area, told.measure))
    ]


def _size(newest_first: Sequence[Statistic]) -> ProblemSize:
    values = [told.value for told in newest_first]
    return ProblemSize(
        area=newest_first[0].area,
        measure=newest_first[0].measure,
        values=Interval(min(values), max(values)),
        origin="statistics",
        years=(newest_first[-1].year, newest_first[0].year),
        source_url=newest_first[0].source_url,
    )
