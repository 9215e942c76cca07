"""Statistics kept, replaced by measure, and read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from api.store.national.statistics_table import StatisticRow
from kb.national.statistics.statistic import Statistic

BATCH = 5_000
"""Rows written at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedMeasure:
    """What there is of a measure. years : first and last"""

    measure: str
    area: str
    years: tuple[int, int]
    n_municipalities: int
    n_values: int
    loaded: datetime


def replace_measures(session: Session, statistics: Sequence[Statistic], now: datetime) -> Sequence[str]:
    """The measures of these statistics, now what these say and nothing else; others stay as they are."""
    measures = sorted({told.measure for told in statistics})
    for measure in measures:
        session.execute(delete(StatisticRow).where(StatisticRow.measure == measure))
    for first in range(0, len(statistics), BATCH):
        session.execute(insert(StatisticRow), [_row(told, now) for told in statistics[first : first + BATCH]])
    return measures


def remove_measure(session: Session, measure: str) -> int:
    """How many numbers of the measure there were; none are left."""
    of_measure = StatisticRow.measure == measure
    n_values = session.scalar(select(func.count()).select_from(StatisticRow).where(of_measure)) or 0
    session.execute(delete(StatisticRow).where(of_measure))
    return n_values


def list_measures(session: Session) -> Sequence[LoadedMeasure]:
    """What is loaded, by name."""
    row = StatisticRow
    counted = (
        select(
            row.measure,
            func.max(row.area),
            func.min(row.year),
            func.max(row.year),
            func.count(row.municipality_code.distinct()),
            func.count(),
            func.max(row.loaded),
        )
        .group_by(row.measure)
        .order_by(row.measure)
    )
    return [
        LoadedMeasure(
            measure=measure, area=area, years=(first, last), n_municipalities=n_towns, n_values=n_values, loaded=loaded
        )
        for measure, area, first, last, n_towns, n_values, loaded in session.execute(counted)
    ]


def has_statistics(session: Session) -> bool:
    """Whether anything is loaded."""
    return session.scalar(select(StatisticRow.measure).limit(1)) is not None


def list_statistics(session: Session, municipality_code: str) -> Sequence[Statistic]:
    """All that is loaded of a municipality."""
    found = session.scalars(select(StatisticRow).where(StatisticRow.municipality_code == municipality_code))
    return [
        Statistic(
            municipality_code=row.municipality_code,
            year=row.year,
            measure=row.measure,
            value=row.value,
            source_url=row.source_url,
            area=row.area,
        )
        for row in found
    ]


def list_towns_with_sizes(session: Session) -> set[str]:
    """Codes of the municipalities that there are sizes of problems of."""
    return set(session.scalars(select(StatisticRow.municipality_code).where(StatisticRow.area != "").distinct()))


def read_newest_values(session: Session, measure: str) -> dict[str, float]:
    """Municipality code -> the value of the measure's newest year; those without one that year are left out."""
    newest = select(func.max(StatisticRow.year)).where(StatisticRow.measure == measure).scalar_subquery()
    of_year = select(StatisticRow.municipality_code, StatisticRow.value)
    rows = session.execute(of_year.where(StatisticRow.measure == measure, StatisticRow.year == newest))
    return {code: value for code, value in rows}  # noqa: C416  dict() does not take rows for pairs


def _row(told: Statistic, now: datetime) -> dict[str, object]:
    return {
        "municipality_code": told.municipality_code,
        "measure": told.measure,
        "year": told.year,
        "value": told.value,
        "area": told.area,
        "source_url": told.source_url,
        "loaded": now,
    }
