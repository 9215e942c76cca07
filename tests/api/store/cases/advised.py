"""Cases with advice, and follow-ups that are answered, for tests."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from api.cases.advice.answer_follow_up import answer_follow_up
from api.store.base import new_id
from api.store.cases.advice import Given, add_advice
from api.store.cases.create_case import AskedProblem, create_case
from api.store.cases.follow_ups import Answer, find_follow_up, plan_follow_ups
from api.store.cases.tables import AskState, Case, CaseAsk
from api.store.experts.tables import ExpertConsent
from api.store.session import Session
from tests.api.store.cases.asked import make_asked
from tests.fakes.moments import NOON

ADVISOR, ASKER = "b" * 32, "a" * 32
EXPERT = "est-stod"
DAY = date(2026, 11, 20)
LATER = date(2028, 1, 1)
"""When every follow-up of a case that was done on DAY can be answered."""
TOWNS = ("1490", "1480", "1401")
"""Three municipalities of one county."""
GIVEN: dict[str, Any] = {
    "day": DAY,
    "hours": 1.5,
    "form": "digitalt",
    "giver": "kommunstrateg",
    "area": "nyrekrytering",
    "offered": "Genomgång av SSPF.",
}


def make_given(**changes: Any) -> Given:
    """Advice, with some of it changed."""
    return Given(**{**GIVEN, **changes})


def give_advice(session: Session, case_id: str, **changes: Any) -> str:
    """The id of advice that is written down in the case by the advisor."""
    advice_id = new_id()
    add_advice(session, advice_id, case_id, make_given(**changes), ADVISOR, NOON)
    return advice_id


def ask_expert(session: Session, case_id: str, slug: str = EXPERT, state: AskState = "yes") -> None:
    """Have the expert asked in the case."""
    session.add(
        CaseAsk(
            id=new_id(),
            case_id=case_id,
            expert_slug=slug,
            address="expert@example.se",
            token_hash=new_id(),
            state=state,
            hours=4.0,
            first=date(2026, 12, 1),
            last=date(2027, 2, 28),
            asked=NOON,
            asked_by=ADVISOR,
            expires=NOON,
        )
    )
    session.flush()


def make_done(
    session: Session,
    town: str = TOWNS[0],
    area: str = "nyrekrytering",
    experts: Sequence[str] = (EXPERT,),
    by: str = ASKER,
) -> str:
    """The id of a case that is done, with advice of the experts, whose follow-ups are planned."""
    asked = make_asked(municipality_code=town, problems=(AskedProblem(area, "Torget."),))
    case_id = create_case(session, asked, by, NOON)
    for expert in experts:
        give_advice(session, case_id, expert_slug=expert)
    session.get_one(Case, case_id).state = "done"
    plan_follow_ups(session, case_id, DAY)
    session.flush()
    return case_id


def answer(
    session: Session, case_id: str, months: int = 3, points: int = 4, now: datetime = NOON, text: str = ""
) -> None:
    """Have the asker answer the follow-up."""
    row = find_follow_up(session, case_id, months, LATER)
    answer_follow_up(session, row, Answer("yes", points, points, text), ASKER, now)
    session.flush()


def agree(session: Session, slug: str = EXPERT) -> None:
    """Have the organisation of the expert agree to have the answers counted."""
    session.add(ExpertConsent(id=new_id(), expert_slug=slug, purpose="quality", given=NOON, given_by=ADVISOR))
    session.flush()


def withdraw(session: Session, slug: str = EXPERT) -> None:
    """Have it take that back."""
    for row in session.scalars(select(ExpertConsent).where(ExpertConsent.expert_slug == slug)):
        row.withdrawn = NOON
    session.flush()
