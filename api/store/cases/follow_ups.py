"""Follow-ups of a case that is done: what the asker is asked three and twelve months later, and what it answers."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.cases.errors import FollowUpAnswered, FollowUpDead
from api.store.cases.events import record_event
from api.store.cases.tables import AdviceFollowUp, Used

MONTHS = (3, 12)
BY_LINK = "follow-up link"
"""Who answered where nobody was signed in: whoever has the link of the message."""


@dataclass(frozen=True, slots=True)
class Answer:
    """used : whether the advice was; helped, quality : 1 (not at all) to 5 (very much); text : what else is told"""

    used: Used
    helped: int
    quality: int
    text: str = ""


def plan_follow_ups(session: Session, case_id: str, day: date) -> None:
    """Have the asker asked three and twelve months after the day, when the case was done.

    A case that is done once more has its days moved, but for those who were asked already.
    """
    for months in MONTHS:
        row, due = session.get(AdviceFollowUp, (case_id, months)), add_months(day, months)
        if row is None:
            session.add(AdviceFollowUp(case_id=case_id, months=months, due=due))
        elif row.sent is None and row.answered is None:
            row.due = due


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month where it has no such day.

    >>> add_months(date(2026, 11, 30), 3)
    datetime.date(2027, 2, 28)
    """
    n_months = day.year * 12 + day.month - 1 + months
    year, month = n_months // 12, n_months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def list_follow_ups(session: Session, case_id: str) -> Sequence[AdviceFollowUp]:
    """Those of the case, the first first; none before it is done."""
    of_case = select(AdviceFollowUp).where(AdviceFollowUp.case_id == case_id)
    return session.scalars(of_case.order_by(AdviceFollowUp.months)).all()


def find_follow_up(session: Session, case_id: str, months: int, today: date) -> AdviceFollowUp:
    """The follow-up of the case, once its day has come; on PostgreSQL nobody else answers it before the session ends.

    Raises
    ------
    FollowUpDead : the case has none such, or it is to be answered later
    """
    row = session.get(AdviceFollowUp, (case_id, months), with_for_update=True, populate_existing=True)
    if row is None or row.due > today:
        raise FollowUpDead("there is no such follow-up to answer yet; look at the days of those of the case")
    return row


def keep_answer(session: Session, row: AdviceFollowUp, answer: Answer, by: str, now: datetime) -> bool:
    """Whether the answer is new: the same that is sent again changes nothing.

    Raises
    ------
    FollowUpAnswered : another answer was given before; the first stands, for it is counted
    """
    if row.answered is not None:
        if Answer(row.used or "no", row.helped or 0, row.quality or 0, row.text or "") != answer:
            raise FollowUpAnswered("the follow-up is answered, and the first answer stands; write in the case instead")
        return False
    row.answered, row.used, row.helped, row.quality = now, answer.used, answer.helped, answer.quality
    row.text = answer.text or None
    record_event(session, row.case_id, "case.followed_up", by, now)
    return True
