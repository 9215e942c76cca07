"""A case made of a help request."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.base import new_id
from api.store.cases.events import record_event
from api.store.cases.request_json import write_request
from api.store.cases.tables import CODE_CHARS, Case, CaseProblem
from kb.documents import Period
from kb.vocabulary import MeetingFormat, SupportLanguage

CODE_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No 0 and O, no 1 and I: a code is read aloud over the telephone."""
ANSWER_WITHIN = timedelta(days=7)
URGENT_WITHIN = timedelta(days=1)
USUAL_HOURS = 8.0


@dataclass(frozen=True, slots=True)
class AskedProblem:
    """A problem that help is asked with. area : a slug; words : the municipality's own"""

    area: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a municipality asks. wish : what it wants help with, in its words; not_experts : slugs of those not to ask

    why_urgent : empty where nothing is; hours : what it is thought to take, above 0
    """

    municipality_code: str
    title: str
    wish: str
    problems: Sequence[AskedProblem]
    period: Period
    form: MeetingFormat | None = None
    language: SupportLanguage | None = None
    why_urgent: str = ""
    not_experts: Sequence[str] = ()
    plan_id: str | None = None
    hours: float = USUAL_HOURS


def create_case(session: Session, asked: Asked, by: str, now: datetime) -> str:
    """The id of the case, new at the desk of its county."""
    case_id = new_id()
    add_case(session, case_id, asked, by, now)
    return case_id


def add_case(session: Session, case_id: str, asked: Asked, by: str, now: datetime) -> None:
    """Keep what is asked as a case of that id, new at the desk of its county."""
    session.add(
        Case(
            id=case_id,
            code=_new_code(session),
            municipality_code=asked.municipality_code,
            plan_id=asked.plan_id,
            title=asked.title,
            request=write_request(asked.wish, asked.why_urgent, asked.not_experts),
            first=asked.period.first,
            last=asked.period.last,
            hours=asked.hours,
            form=asked.form,
            language=asked.language,
            is_urgent=bool(asked.why_urgent),
            priority=2 if asked.why_urgent else 1,
            floor=0.0,
            state="new",
            desk=asked.municipality_code[:2],
            advisor_id=None,
            answer_by=answer_by(now.date(), is_urgent=bool(asked.why_urgent)),
            merged_into=None,
            created=now,
            created_by=by,
            changed=now,
            closed=None,
        )
    )
    session.flush()  # the rows below refer to it
    for number, problem in enumerate(asked.problems, 1):
        session.add(CaseProblem(case_id=case_id, number=number, area=problem.area, words=problem.words))
    record_event(session, case_id, "case.created", by, now)


def answer_by(day: date, *, is_urgent: bool) -> date:
    """The day when who asked on the day is to have had an answer."""
    return day + (URGENT_WITHIN if is_urgent else ANSWER_WITHIN)


def _new_code(session: Session) -> str:
    """A code that no case has; 32 ** 6, a thousand million, are there to choose from."""
    while True:
        code = "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_CHARS))
        if session.scalar(select(Case.id).where(Case.code == code)) is None:
            return code
