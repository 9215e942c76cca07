"""Use as it is told: no count under five, and none that the others give away."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from api.store.national.use import count_kind, list_months, sum_by_day, sum_by_what

LEAST = 5
MOST_MONTHS = 13


@dataclass(frozen=True, slots=True)
class Counts:
    """shown : name -> count, largest first; others : all that is not shown, together, None where there is none"""

    shown: Mapping[str, int]
    others: int | None = None


@dataclass(frozen=True, slots=True)
class KeyMonth:
    """A month of a widget's key. searches, unanswered : None where they are not shown"""

    month: date
    searches: int | None
    unanswered: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UseMonth:
    """A month of all. read : guidance by slug; unanswered, unmatched : problem areas by slug; days : of unanswered"""

    months: tuple[date, ...]
    month: date | None
    searches: int | None
    matches: int | None
    read: Counts
    unanswered: Counts
    unanswered_days: Counts
    unmatched: Counts


def hide_small(counts: Mapping[str, int], least: int = LEAST) -> Counts:
    """The counts from `least` on. What is left is told together, and is none or enough itself: else one more joins it.

    >>> hide_small({"a": 9, "b": 6, "c": 1})
    Counts(shown={'a': 9}, others=7)
    """
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    shown = [(name, n) for name, n in ordered if n >= least]
    others = sum(n for _, n in ordered[len(shown) :])
    while shown and 0 < others < least:
        others += shown.pop()[1]
    return Counts(dict(shown), others if others >= least else None)


def show(n: int, least: int = LEAST) -> int | None:
    return n if n >= least else None


def list_key_months(session: Session, key: str) -> list[KeyMonth]:
    """The last months of a key, the last first. What has no answer is shown where what has is enough too."""
    found = []
    for month in list_months(session, key)[:MOST_MONTHS]:
        searches = count_kind(session, month, "search", key)
        unanswered = count_kind(session, month, "unanswered", key)
        is_enough = min(unanswered, searches - unanswered) >= LEAST
        found.append(KeyMonth(month, show(searches), unanswered if is_enough else None))
    return found


def find_use(session: Session, wanted: date | None) -> UseMonth:
    """The use in a month, the last one unless another is wanted; with month None where nothing is counted then."""
    months = list_months(session)
    month = wanted if wanted in months else None if wanted else next(iter(months), None)
    at = month or date.min
    return UseMonth(
        months=tuple(months),
        month=month,
        searches=show(count_kind(session, at, "search")),
        matches=show(count_kind(session, at, "match")),
        read=hide_small(sum_by_what(session, at, "document")),
        unanswered=hide_small(sum_by_what(session, at, "unanswered")),
        unanswered_days=hide_small(sum_by_day(session, at, "unanswered")),
        unmatched=hide_small(sum_by_what(session, at, "unmatched")),
    )
