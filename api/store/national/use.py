"""Counts of use added, summed by month, and days that are old made into months."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from api.store.national.use_tables import UseCount, UseKind

DAYS_KEPT_MONTHS = 13
"""So long there are counts of days; those before that are of months."""


@dataclass(frozen=True, slots=True)
class UseOf:
    """What is counted: a kind of use on a day. key : of a widget, empty for none; what : slug, empty for none"""

    day: date
    key: str
    kind: UseKind
    what: str = ""


def add_counts(session: Session, counts: Mapping[UseOf, int], *, is_month: bool = False) -> None:
    """Add to what is counted; two processes that do so at once lose nothing."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    for use, n in counts.items():
        row = insert(UseCount).values(day=use.day, is_month=is_month, key=use.key, kind=use.kind, what=use.what, n=n)
        session.execute(
            row.on_conflict_do_update(
                index_elements=["day", "is_month", "key", "kind", "what"], set_={"n": UseCount.n + row.excluded.n}
            )
        )


def fold_months(session: Session, today: date) -> int:
    """How many counts of days became counts of months: those of months that ended 13 months ago."""
    first_kept = _months_before(today, DAYS_KEPT_MONTHS)
    is_old = (UseCount.day < first_kept, UseCount.is_month.is_(False))
    old = session.scalars(select(UseCount).where(*is_old)).all()
    months: dict[UseOf, int] = defaultdict(int)
    for row in old:
        months[UseOf(row.day.replace(day=1), row.key, row.kind, row.what)] += row.n
    session.execute(delete(UseCount).where(*is_old))
    add_counts(session, months, is_month=True)
    return len(old)


def list_months(session: Session, key: str | None = None) -> list[date]:
    """First days of the months in which anything was counted, the last first. key : None for all together"""
    days = session.scalars(select(UseCount.day).where(*_of_key(key)).distinct())
    return sorted({day.replace(day=1) for day in days}, reverse=True)


def sum_by_what(session: Session, month: date, kind: UseKind) -> Mapping[str, int]:
    """Slug -> how often in the month, through all keys together."""
    found = select(UseCount.what, func.sum(UseCount.n)).where(UseCount.kind == kind, *_of_month(month))
    return {row[0]: row[1] for row in session.execute(found.group_by(UseCount.what))}


def sum_by_day(session: Session, month: date, kind: UseKind) -> Mapping[str, int]:
    """Day as 2026-11-22 -> how often, through all keys together; nothing where only the month is kept."""
    of_days = select(UseCount.day, func.sum(UseCount.n)).where(UseCount.kind == kind, *_of_month(month))
    found = session.execute(of_days.where(UseCount.is_month.is_(False)).group_by(UseCount.day))
    return {day.isoformat(): n for day, n in found}


def count_kind(session: Session, month: date, kind: UseKind, key: str | None = None) -> int:
    """How often in the month. key : None for all together"""
    wanted = select(func.sum(UseCount.n)).where(UseCount.kind == kind, *_of_month(month), *_of_key(key))
    return session.scalar(wanted) or 0


def _of_month(month: date) -> tuple[ColumnElement[bool], ...]:
    """Of a month of the year 1 nothing is counted."""
    return (UseCount.day >= month, UseCount.day < _months_before(month, -1))


def _of_key(key: str | None) -> tuple[ColumnElement[bool], ...]:
    return () if key is None else (UseCount.key == key,)


def _months_before(today: date, n: int) -> date:
    """First day of the month n months before.

    >>> _months_before(date(2026, 11, 22), 13)
    datetime.date(2025, 10, 1)
    """
    months = today.year * 12 + today.month - 1 - n
    return date(months // 12, months % 12 + 1, 1)
