"""Questions to experts with the bookings that they lead to."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.accounts import Account
from api.store.cases.asks import (
    Answer,
    Question,
    add_ask,
    find_token,
    list_asks,
    stage_of_ask,
    withdraw,
    write_answer,
)
from api.store.cases.find_case import find_case
from api.store.cases.letters import drop_letters
from api.store.cases.tables import Case, CaseAsk
from api.store.experts.booking_errors import BookingRejected, NotFree
from api.store.experts.bookings import (
    HOLD_LASTS,
    Wanted,
    book,
    cancel_holds,
    confirm_booking,
    find_booking_of,
)
from api.store.experts.tables import Booking, ExpertConsent
from api.store.once import make_once
from kb.documents import Period


@dataclass(frozen=True, slots=True)
class Asked:
    """token : what stands in the link; is_new : not when the same request was sent again"""

    ask: CaseAsk
    token: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """booking : what a yes has led to, None where it has to nothing; not_free : why, where others were first"""

    ask: CaseAsk
    is_new: bool
    booking: Booking | None = None
    not_free: NotFree | None = None


def ask_expert(session: Session, case_id: str, question: Question, by: str, now: datetime, once: str = "") -> Asked:
    """The question asked, and the case waiting for it unless somebody is booked already.

    once : the key of the request, which sent again asks nobody twice

    Raises
    ------
    AskRejected, CaseClosed : as `add_ask`
    NotFree : the hours were to be held, and are not there
    """
    made: list[str] = []

    def make(ask_id: str) -> None:
        add_ask(session, ask_id, case_id, question, by, now)
        if question.holds:
            _hold(session, session.get_one(CaseAsk, ask_id), by, now)
        _wait(session, case_id)
        made.append(ask_id)

    ask_id = make_once(session, f"{by} ask {case_id} {question.expert_slug}", once, now, make)
    ask = session.get_one(CaseAsk, ask_id)
    return Asked(ask, find_token(session, ask), bool(made))


def answer_ask(session: Session, token: str, answer: Answer, now: datetime) -> Answered:
    """The answer, and what it leads to: a yes holds the hours, or books them where it was asked so; all else lets go.

    A yes stands also where others were first to the hours: then it says so, and the advisor finds another time.

    Raises
    ------
    AskDead, AskAnswered, AskRejected : as `write_answer`
    """
    ask, is_new = write_answer(session, token, answer, now)
    _go_on(session, ask.case_id, now)
    if not is_new:
        return Answered(ask, is_new, find_booking_of(session, ask.id, now))
    if answer.kind != "yes":
        cancel_holds(session, ask.id, ask.id, now)
        return Answered(ask, is_new)
    try:
        with session.begin_nested():
            return Answered(ask, is_new, _book(session, ask, now))
    except (NotFree, BookingRejected) as error:  # others were first, or the days are gone
        session.refresh(ask)
        return Answered(ask, is_new, not_free=error if isinstance(error, NotFree) else None)


def withdraw_ask(session: Session, case_id: str, ask_id: str, by: str, now: datetime) -> CaseAsk:
    """The question taken back, and what was held for it let go; raises as `withdraw`."""
    ask = withdraw(session, case_id, ask_id, by, now)
    drop_letters(session, ask_id)
    _go_on(session, case_id, now)
    cancel_holds(session, ask.id, by, now)
    return ask


def find_led_to(session: Session, ask_id: str) -> Booking | None:
    """The booking that the answer has led to, whatever has become of it."""
    wanted = select(Booking).where(Booking.ask_id == ask_id)
    return session.scalars(wanted.order_by(Booking.created.desc(), Booking.id).limit(1)).one_or_none()


def find_expert_address(session: Session, expert_slug: str) -> str | None:
    """The address of an account of the expert, None where it has none."""
    of_expert = select(Account).where(
        Account.role == "expert",
        Account.scope_kind == "expert",
        Account.scope_code == expert_slug,
        Account.disabled.is_(None),
    )
    account = session.scalars(of_expert.order_by(Account.created, Account.id).limit(1)).one_or_none()
    return account.email if account else None


def find_booking_address(session: Session, booking: Booking) -> str | None:
    """Where the organisation is reached: where it was asked in the case, else its account."""
    asked = select(CaseAsk).where(CaseAsk.case_id == booking.case_id, CaseAsk.expert_slug == booking.expert_slug)
    ask = session.get(CaseAsk, booking.ask_id) if booking.ask_id else None
    ask = ask or session.scalars(asked.order_by(CaseAsk.asked.desc()).limit(1)).one_or_none()
    return ask.address if ask else find_expert_address(session, booking.expert_slug)


def list_unwilling(session: Session) -> frozenset[str]:
    """Slugs of those whose organisations have taken back that they may be asked through the service."""
    given = session.execute(
        select(ExpertConsent.expert_slug, ExpertConsent.withdrawn).where(ExpertConsent.purpose == "contact")
    ).all()
    standing = {slug for slug, withdrawn in given if withdrawn is None}
    return frozenset(slug for slug, _ in given if slug not in standing)


def find_email(session: Session, account_id: str | None) -> str | None:
    """The address of the account, None where it is gone or disabled."""
    account = session.get(Account, account_id) if account_id else None
    return account.email if account and account.disabled is None else None


def _wait(session: Session, case_id: str) -> None:
    case = session.get_one(Case, case_id)
    booked = select(Booking.id).where(Booking.case_id == case_id, Booking.state == "confirmed")
    if case.state == "running" and session.scalars(booked.limit(1)).one_or_none() is None:
        case.state = "waiting"


def _go_on(session: Session, case_id: str, now: datetime) -> None:
    """A case that an advisor has runs again once no question in it waits for an answer."""
    case = session.get_one(Case, case_id)
    is_asking = any(stage_of_ask(row, now) == "waiting" for row in list_asks(session, case_id))
    if case.state == "waiting" and case.advisor_id is not None and not is_asking:
        case.state = "running"


def _hold(session: Session, ask: CaseAsk, by: str, now: datetime) -> Booking:
    return book(session, _want(session, ask, ask.expires), by, now)


def _book(session: Session, ask: CaseAsk, now: datetime) -> Booking:
    """What was held while the answer was waited for, else new hours."""
    held = find_booking_of(session, ask.id, now)
    if held is None:
        until = None if ask.books_at_once else now + HOLD_LASTS
        return book(session, _want(session, ask, until), ask.id, now)
    if ask.books_at_once:
        return confirm_booking(session, ask.case_id, held.id, ask.id, now)
    if held.held_until:
        held.held_until = max(held.held_until, now + HOLD_LASTS)
    return held


def _want(session: Session, ask: CaseAsk, held_until: datetime | None) -> Wanted:
    return Wanted(
        case_id=ask.case_id,
        expert_slug=ask.expert_slug,
        period=Period(ask.first, ask.last),
        hours=ask.hours,
        form=find_case(session, ask.case_id).form,
        ask_id=ask.id,
        held_until=held_until,
    )
