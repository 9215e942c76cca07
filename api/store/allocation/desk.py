"""The cases that wait at a desk for an expert: new or waiting, and not yet booked."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from api.store.cases.request_json import read_request
from api.store.cases.tables import Case, CaseAsk, CaseProblem
from api.store.experts.tables import Booking


@dataclass(frozen=True, slots=True)
class DeskCase:
    """row : the case; problems : area and words of each, in their order

    not_experts : slugs of those that the asker does not want, and of those that have said no
    asked : slugs of those that are asked and have not said no
    """

    row: Case
    problems: tuple[tuple[str, str], ...]
    not_experts: tuple[str, ...]
    asked: tuple[str, ...]

    @property
    def seen(self) -> str:
        """What tells whether the case has changed since it was read."""
        return self.row.changed.isoformat()


def list_desk(session: Session, desk: str | None, now: datetime) -> tuple[DeskCase, ...]:
    """Those of the desk, those that are to be answered first coming first; of every desk for None."""
    booked = select(Booking.case_id).where(
        or_(Booking.state == "confirmed", (Booking.state == "held") & (Booking.held_until > now))
    )
    wanted = select(Case).where(Case.state.in_(("new", "waiting")), Case.id.not_in(booked))
    if desk is not None:
        wanted = wanted.where(Case.desk == desk)
    rows = session.scalars(wanted.order_by(Case.answer_by, Case.id)).all()
    ids = wanted.with_only_columns(Case.id)
    problems, asks = defaultdict[str, list[CaseProblem]](list), defaultdict[str, list[CaseAsk]](list)
    for problem in session.scalars(
        select(CaseProblem).where(CaseProblem.case_id.in_(ids)).order_by(CaseProblem.case_id, CaseProblem.number)
    ):
        problems[problem.case_id].append(problem)
    for ask in session.scalars(select(CaseAsk).where(CaseAsk.case_id.in_(ids)).order_by(CaseAsk.asked)):
        asks[ask.case_id].append(ask)
    return tuple(_make(row, problems[row.id], asks[row.id]) for row in rows)


def _make(row: Case, problems: Sequence[CaseProblem], asks: Sequence[CaseAsk]) -> DeskCase:
    refused = [ask.expert_slug for ask in asks if ask.state == "no"]
    return DeskCase(
        row=row,
        problems=tuple((problem.area, problem.words) for problem in problems),
        not_experts=tuple(dict.fromkeys((*read_request(row.request).not_experts, *refused))),
        asked=tuple(dict.fromkeys(ask.expert_slug for ask in asks if ask.state in ("waiting", "yes", "other"))),
    )
