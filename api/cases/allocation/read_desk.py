"""The cases of an advisor's desk as an allocation takes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from api.access.signed_in import SignedIn
from api.store.allocation.desk import DeskCase
from kb.matching.experts import MIN_MATCH
from kb.snapshot.snapshot import Snapshot
from kb.staffing.case import Case

Reach = Literal["desk", "all"]
"""The advisor's own desk, or every desk of the country; the latter for those of the whole country alone."""
REACHES: tuple[Reach, ...] = get_args(Reach)
WhyUnread = Literal["no_area", "period_over"]
"""Why a case cannot be in an allocation: none of its problem areas is in the index, or its last day has been."""


@dataclass(frozen=True, slots=True)
class ReadDesk:
    """cases : those that can be allocated, with the core's own of each; unread : the others, with why"""

    cases: tuple[tuple[DeskCase, Case], ...]
    unread: tuple[tuple[DeskCase, WhyUnread], ...]

    @property
    def by_id(self) -> Mapping[str, DeskCase]:
        return {item.row.id: item for item, _ in self.cases}


def choose_desk(account: SignedIn, reach: Reach) -> str | None:
    """The desk whose cases are meant, None for every desk. That of the whole country has no code."""
    return None if reach == "all" and account.scope.kind == "all" else account.scope.code


def read_desk(items: Sequence[DeskCase], snapshot: Snapshot, today: date) -> ReadDesk:
    """What the snapshot no longer has of areas and experts is left out of a case."""
    cases, unread = list[tuple[DeskCase, Case]](), list[tuple[DeskCase, WhyUnread]]()
    for item in items:
        known = [problem for problem in item.problems if problem[0] in snapshot.problem_areas]
        if item.row.last < today:
            unread.append((item, "period_over"))
        elif not known:
            unread.append((item, "no_area"))
        else:
            cases.append((item, _read_case(item, known, snapshot, today)))
    return ReadDesk(tuple(cases), tuple(unread))


def _read_case(item: DeskCase, problems: Sequence[tuple[str, str]], snapshot: Snapshot, today: date) -> Case:
    """The hours of a case are of all its problems together, a day that has been is not waited for."""
    row = item.row
    return Case(
        id=row.id,
        municipality=row.municipality_code,
        text=None,
        problem_areas=tuple(area for area, _ in problems),
        words=tuple(words for _, words in problems),
        first=max(row.first, today),
        last=row.last,
        hours=row.hours / len(problems),
        priority=row.priority,
        floor=max(row.floor, MIN_MATCH),
        not_experts=tuple(slug for slug in item.not_experts if slug in snapshot.experts),
        form=row.form,
        language=row.language,
    )
