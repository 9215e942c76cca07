"""Experts' organisations asked by a link: what is asked, what they answer, taken back; an answer is given once."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, get_args

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.cases.errors import AskAnswered, AskDead, AskRejected, CaseClosed, UnknownAsk
from api.store.cases.events import record_event
from api.store.cases.find_case import ENDS, find_open_case
from api.store.cases.tables import Case, CaseAsk
from api.store.encrypted_text import vault_of
from kb.documents import Period

LASTS = timedelta(days=14)
MAX_NOTE_CHARS = 2_000
MAX_ASK_DAYS = 366
MAX_ASK_HOURS = 1_000.0
AnswerKind = Literal["yes", "no", "other"]
ANSWER_KINDS: tuple[AnswerKind, ...] = get_args(AnswerKind)
AskStage = Literal["waiting", "expired", "yes", "no", "other", "withdrawn"]
ASK_STAGES: tuple[AskStage, ...] = get_args(AskStage)
"""As it is now: one whose time ran out without an answer is told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What an expert is asked. address : of its organisation; hours : what it is thought to take

    books_at_once : a yes is a booking, without the advisor's confirmation
    holds : the hours are held until there is an answer, or the time for one is out
    """

    expert_slug: str
    address: str
    period: Period
    hours: float
    books_at_once: bool = False
    holds: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """note : why not, or what else there is to say; other : the days that are proposed instead"""

    kind: AnswerKind
    note: str = ""
    other: Period | None = None


def add_ask(session: Session, ask_id: str, case_id: str, question: Question, by: str, now: datetime) -> CaseAsk:
    """The question, waiting for its answer, and so the case.

    Raises
    ------
    AskRejected : days or hours that cannot be, or the expert has a question in the case that waits already
    CaseClosed : the case has ended
    """
    case = find_open_case(session, case_id)
    _check(session, case_id, question, now)
    row = CaseAsk(
        id=ask_id,
        case_id=case_id,
        expert_slug=question.expert_slug,
        address=question.address,
        token_hash=hash_link(session, ask_id),
        state="waiting",
        hours=question.hours,
        first=question.period.first,
        last=question.period.last,
        asked=now,
        asked_by=by,
        expires=now + LASTS,
        answered=None,
        note=None,
        other_first=None,
        other_last=None,
        books_at_once=question.books_at_once,
    )
    session.add(row)
    session.flush()
    if case.state == "new":
        case.state = "waiting"
    record_event(session, case_id, "case.asked", by, now, question.expert_slug)
    return row


def hash_link(session: Session, ask_id: str) -> str:
    """What the link of a new question of that id is found by."""
    return _hash(_list_tokens(session, ask_id)[0])


def find_token(session: Session, row: CaseAsk) -> str:
    """What stands in the link of the question: nobody without the key of the database can work it out."""
    return next(token for token in _list_tokens(session, row.id) if _hash(token) == row.token_hash)


def find_ask(session: Session, token: str, now: datetime) -> CaseAsk:
    """The question of the link: one that waits for its answer, or has it.

    Raises
    ------
    AskDead : there is none, it was taken back or is too old, or its case has ended without an answer
    """
    row = session.scalars(select(CaseAsk).where(CaseAsk.token_hash == _hash(token))).one_or_none()
    if row is None or stage_of_ask(row, now) in ("withdrawn", "expired"):
        raise _dead()
    if row.state == "waiting" and session.get_one(Case, row.case_id).state in ENDS:
        raise _dead()
    return row


def find_ask_of(session: Session, case_id: str, ask_id: str) -> CaseAsk:
    """The question of that id; raises UnknownAsk : the case has none."""
    row = session.get(CaseAsk, ask_id)
    if row is None or row.case_id != case_id:
        raise UnknownAsk("the case has no such question; list its questions and choose one of those")
    return row


def list_asks(session: Session, case_id: str) -> Sequence[CaseAsk]:
    """All of the case, the last first."""
    wanted = select(CaseAsk).where(CaseAsk.case_id == case_id)
    return session.scalars(wanted.order_by(CaseAsk.asked.desc(), CaseAsk.id)).all()


def write_answer(session: Session, token: str, answer: Answer, now: datetime) -> tuple[CaseAsk, bool]:
    """The question with its answer, and whether that is new: the same answer sent again changes nothing.

    Raises
    ------
    AskDead : as `find_ask`
    AskAnswered : it has another answer already
    AskRejected : another time without its days, or a note that is too long
    """
    _check_answer(answer, now)
    found = find_ask(session, token, now)
    row = _lock(session, found)
    if row.state != "waiting":
        if row.state == answer.kind and other_of(row) == answer.other:
            return row, False
        raise AskAnswered("the question has been answered, and is answered once; write to who asked")
    row.state, row.answered, row.note = answer.kind, now, answer.note.strip() or None
    if answer.other:
        row.other_first, row.other_last = answer.other.first, answer.other.last
    record_event(session, row.case_id, "case.answered", row.id, now, _tell(row))
    return row, True


def withdraw(session: Session, case_id: str, ask_id: str, by: str, now: datetime) -> CaseAsk:
    """The question taken back, so that its link opens nothing; one that is answered stays as it is.

    Raises
    ------
    UnknownAsk : the case has none of that id
    AskAnswered : it has an answer
    """
    session.get(Case, case_id, with_for_update=True, populate_existing=True)
    row = find_ask_of(session, case_id, ask_id)
    session.refresh(row)
    if row.state in ("yes", "no", "other"):
        raise AskAnswered("the question has been answered; cancel the booking instead")
    if row.state == "waiting":
        row.state = "withdrawn"
        record_event(session, case_id, "case.ask_withdrawn", by, now, row.expert_slug)
    return row


def stage_of_ask(row: CaseAsk, now: datetime) -> AskStage:
    return "expired" if row.state == "waiting" and row.expires <= now else row.state


def other_of(row: CaseAsk) -> Period | None:
    """The days that were proposed instead."""
    return Period(row.other_first, row.other_last) if row.other_first and row.other_last else None


def _list_tokens(session: Session, ask_id: str) -> list[str]:
    """One for each key in use, the newest first."""
    return vault_of(session).prints_of("link to a question to an expert", ask_id)


def _lock(session: Session, found: CaseAsk) -> CaseAsk:
    """The question as it is now, which nobody else answers before the session ends: the case is locked first."""
    if found.state == "waiting":
        try:
            find_open_case(session, found.case_id)
        except CaseClosed:
            raise _dead() from None
        session.refresh(found)
    if found.state == "withdrawn":
        raise _dead()
    return found


def _check(session: Session, case_id: str, question: Question, now: datetime) -> None:
    first, last = question.period.first, question.period.last
    if not 0 < question.hours <= MAX_ASK_HOURS:
        raise AskRejected(f"hours are above 0 and at most {MAX_ASK_HOURS:g}, not {question.hours:g}; write how many")
    if not 0 <= (last - first).days < MAX_ASK_DAYS or last < now.date():
        raise AskRejected(f"{first} to {last} are no days to come within a year; choose others")
    same = select(CaseAsk).where(CaseAsk.case_id == case_id, CaseAsk.expert_slug == question.expert_slug)
    if any(stage_of_ask(row, now) == "waiting" for row in session.scalars(same)):
        raise AskRejected(f"{question.expert_slug} has a question that waits; take that one back first")


def _check_answer(answer: Answer, now: datetime) -> None:
    if len(answer.note) > MAX_NOTE_CHARS:
        raise AskRejected(f"a note has at most {MAX_NOTE_CHARS} signs, not {len(answer.note)}; shorten it")
    if (answer.kind == "other") != (answer.other is not None):
        raise AskRejected("another time has its days, yes and no have none; write from and to")
    if answer.other and (answer.other.last < answer.other.first or answer.other.last < now.date()):
        raise AskRejected(f"{answer.other.first} to {answer.other.last} are no days to come; write others")


def _tell(row: CaseAsk) -> str:
    """What the history of the case has: who, what, which other days, why."""
    other = f" {row.other_first}–{row.other_last}" if row.other_first else ""
    return f"{row.expert_slug}: {row.state}{other}" + (f". {row.note}" if row.note else "")


def _dead() -> AskDead:
    return AskDead("the question does not wait for an answer: it was taken back, or its time is out; ask who sent it")


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
