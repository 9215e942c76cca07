"""Who takes part in a case, and is written to when something happens in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.accounts import Account
from api.store.cases.desk.advisors import is_for, list_at_same_desk
from api.store.cases.tables import AskState, AuthorKind, Case, CaseAsk, CaseMessage

TAKE_PART: tuple[AskState, ...] = ("waiting", "yes", "other")
"""Experts that are asked or help; who said no, or whom nobody asks any longer, is told nothing more."""


@dataclass(frozen=True, slots=True)
class Person:
    """id : of an account, or of the ask that was sent to an expert without one; author : as who it writes"""

    id: str
    address: str
    author: AuthorKind


def list_people(session: Session, case: Case) -> list[Person]:
    """Who asks, who has the case or could take it, and the experts with an account: each once."""
    found = [*list_askers(session, case), *_list_advisors(session, case), *_list_experts(session, case)]
    return list({person.id: person for person in found}.values())


def list_askers(session: Session, case: Case) -> list[Person]:
    """Who is told how the case goes: those of the municipality that began it or wrote in it, else all coordinators."""
    own = select(Account).where(Account.role == "coordinator", Account.scope_code == case.municipality_code)
    coordinators = session.scalars(own.where(Account.disabled.is_(None)).order_by(Account.id)).all()
    wrote = {case.created_by, *_list_authors(session, case.id)}
    return list(_as_people([account for account in coordinators if account.id in wrote] or coordinators, "asker"))


def list_who_may_answer(session: Session, case: Case) -> list[Person]:
    """Whose answers by mail land in the case: those who take part, and experts whom a mail alone has asked."""
    taking_part = select(CaseAsk).where(CaseAsk.case_id == case.id, CaseAsk.state.in_(TAKE_PART))
    asks = [Person(ask.id, ask.address, "expert") for ask in session.scalars(taking_part.order_by(CaseAsk.asked))]
    coordinators = select(Account).where(
        Account.role == "coordinator", Account.scope_code == case.municipality_code, Account.disabled.is_(None)
    )
    return [*list_people(session, case), *_as_people(session.scalars(coordinators), "asker"), *asks]


def _list_advisors(session: Session, case: Case) -> Iterator[Person]:
    """The advisor that has the case; while nobody has, those of its desk."""
    has = session.get(Account, case.advisor_id) if case.advisor_id else None
    return _as_people([has] if has and is_for(case, has) else list_at_same_desk(session, case.desk), "advisor")


def _list_experts(session: Session, case: Case) -> Iterator[Person]:
    asked = select(CaseAsk.expert_slug).where(CaseAsk.case_id == case.id, CaseAsk.state.in_(TAKE_PART))
    of_them = select(Account).where(Account.role == "expert", Account.scope_code.in_(asked))
    return _as_people(session.scalars(of_them.where(Account.disabled.is_(None)).order_by(Account.id)), "expert")


def _list_authors(session: Session, case_id: str) -> Sequence[str]:
    wrote = select(CaseMessage.by).where(CaseMessage.case_id == case_id, CaseMessage.author == "asker")
    return session.scalars(wrote).all()


def _as_people(accounts: Iterable[Account], author: AuthorKind) -> Iterator[Person]:
    return (Person(account.id, account.email, author) for account in accounts)
