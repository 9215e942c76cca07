"""Cases and what belongs to them. What a person wrote lies encrypted; ids, moments, areas and counts do not."""

from datetime import date, datetime
from typing import Literal, get_args

from sqlalchemy import Boolean, Date, Float, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from api.store.accounts import Print, words_of
from api.store.base import Base, Id
from api.store.encrypted_text import EncryptedText
from api.store.instant import Instant
from kb.vocabulary import MEETING_FORMATS, SUPPORT_LANGUAGES, MeetingFormat, SupportLanguage

CaseState = Literal["new", "waiting", "running", "done", "declined", "merged"]
"""new: nobody has taken it; waiting: for experts' answers; running: somebody helps; the others are its ends"""
CASE_STATES: tuple[CaseState, ...] = get_args(CaseState)
AuthorKind = Literal["asker", "advisor", "expert"]
AUTHOR_KINDS: tuple[AuthorKind, ...] = get_args(AuthorKind)
AskState = Literal["waiting", "yes", "no", "other", "withdrawn"]
"""other: the expert proposes another time"""
ASK_STATES: tuple[AskState, ...] = get_args(AskState)
Used = Literal["yes", "partly", "no"]
USED: tuple[Used, ...] = get_args(Used)
CODE_CHARS = 6
Slug = String(100)
"""The column type of the slug of an expert or a problem area."""


def _of_case() -> ForeignKey:
    """To the case, with which the row goes."""
    return ForeignKey("cases.id", ondelete="CASCADE")


class Case(Base):
    """A help request and what followed. code : what people call it by; desk : the county whose advisors have it, empty
    for those of the whole country; advisor_id : who of them, None until somebody takes it

    request : what is asked, as JSON; hours : what it is thought to take; floor : the least match it may be given, in
    [0, 1]; answer_by : the day when the asker is to have had an answer
    """

    __tablename__ = "cases"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    code: Mapped[str] = mapped_column(String(CODE_CHARS), unique=True)
    municipality_code: Mapped[str] = mapped_column(String(4), index=True)
    plan_id: Mapped[str | None] = mapped_column(Id, ForeignKey("plans.id", ondelete="SET NULL"), index=True)
    title: Mapped[str] = mapped_column(EncryptedText)
    request: Mapped[str] = mapped_column(EncryptedText)
    first: Mapped[date] = mapped_column(Date)
    last: Mapped[date] = mapped_column(Date)
    hours: Mapped[float] = mapped_column(Float)
    form: Mapped[MeetingFormat | None] = mapped_column(words_of(*MEETING_FORMATS))
    language: Mapped[SupportLanguage | None] = mapped_column(words_of(*SUPPORT_LANGUAGES))
    is_urgent: Mapped[bool] = mapped_column(Boolean)
    priority: Mapped[int] = mapped_column(Integer)
    floor: Mapped[float] = mapped_column(Float)
    state: Mapped[CaseState] = mapped_column(words_of(*CASE_STATES), index=True)
    desk: Mapped[str] = mapped_column(String(2), index=True)
    advisor_id: Mapped[str | None] = mapped_column(Id, index=True)
    answer_by: Mapped[date] = mapped_column(Date)
    merged_into: Mapped[str | None] = mapped_column(Id, index=True)
    created: Mapped[datetime] = mapped_column(Instant)
    created_by: Mapped[str] = mapped_column(Id, index=True)
    changed: Mapped[datetime] = mapped_column(Instant, index=True)
    closed: Mapped[datetime | None] = mapped_column(Instant)


class CaseProblem(Base):
    """A problem that help is asked with. number : from 1; area : a slug; words : the municipality's own"""

    __tablename__ = "case_problems"

    case_id: Mapped[str] = mapped_column(Id, _of_case(), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    area: Mapped[str] = mapped_column(Slug, index=True)
    words: Mapped[str] = mapped_column(EncryptedText)


class CaseEvent(Base):
    """What was done with the case. what : as "case.assigned"; note : the words that went with it"""

    __tablename__ = "case_events"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    case_id: Mapped[str] = mapped_column(Id, _of_case(), index=True)
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(Id)
    what: Mapped[str] = mapped_column(String(60))
    note: Mapped[str | None] = mapped_column(EncryptedText)


class CaseMessage(Base):
    """A message in the case. by : an account, or the ask that an expert answers; mail_print : of the Message-ID"""

    __tablename__ = "case_messages"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    case_id: Mapped[str] = mapped_column(Id, _of_case(), index=True)
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(Id)
    author: Mapped[AuthorKind] = mapped_column(words_of(*AUTHOR_KINDS))
    text: Mapped[str] = mapped_column(EncryptedText)
    mail_print: Mapped[str | None] = mapped_column(Print, unique=True)


class CaseFile(Base):
    """A file that came with a message. body : its bytes in base64"""

    __tablename__ = "case_files"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    case_id: Mapped[str] = mapped_column(Id, _of_case(), index=True)
    message_id: Mapped[str] = mapped_column(Id, ForeignKey("case_messages.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(EncryptedText)
    media_type: Mapped[str] = mapped_column(String(100))
    n_bytes: Mapped[int] = mapped_column(Integer)
    body: Mapped[str] = mapped_column(EncryptedText)


class CaseAsk(Base):
    """That an expert's organisation is asked. address : where; token_hash : of the link in the mail

    other_first, other_last : the time that it proposes instead; books_at_once : a yes is a booking, not a hold
    """

    __tablename__ = "case_asks"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    case_id: Mapped[str] = mapped_column(Id, _of_case(), index=True)
    expert_slug: Mapped[str] = mapped_column(Slug, index=True)
    address: Mapped[str] = mapped_column(EncryptedText)
    token_hash: Mapped[str] = mapped_column(Print, unique=True)
    state: Mapped[AskState] = mapped_column(words_of(*ASK_STATES))
    hours: Mapped[float] = mapped_column(Float)
    first: Mapped[date] = mapped_column(Date)
    last: Mapped[date] = mapped_column(Date)
    asked: Mapped[datetime] = mapped_column(Instant)
    asked_by: Mapped[str] = mapped_column(Id)
    expires: Mapped[datetime] = mapped_column(Instant)
    answered: Mapped[datetime | None] = mapped_column(Instant)
    note: Mapped[str | None] = mapped_column(EncryptedText)
    other_first: Mapped[date | None] = mapped_column(Date)
    other_last: Mapped[date | None] = mapped_column(Date)
    books_at_once: Mapped[bool] = mapped_column(Boolean, default=False)


class Advice(Base):
    """Advice that was given. hours above 0; giver : the role; area : a problem area or a support theme"""

    __tablename__ = "case_advice"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    case_id: Mapped[str] = mapped_column(Id, _of_case(), index=True)
    expert_slug: Mapped[str | None] = mapped_column(Slug, index=True)
    day: Mapped[date] = mapped_column(Date)
    hours: Mapped[float] = mapped_column(Float)
    form: Mapped[MeetingFormat] = mapped_column(words_of(*MEETING_FORMATS))
    giver: Mapped[str] = mapped_column(EncryptedText)
    area: Mapped[str] = mapped_column(Slug)
    offered: Mapped[str] = mapped_column(EncryptedText)
    received: Mapped[str] = mapped_column(EncryptedText)
    expected: Mapped[str] = mapped_column(EncryptedText)
    achieved: Mapped[str] = mapped_column(EncryptedText)
    next_step: Mapped[str] = mapped_column(EncryptedText)
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(Id)


class AdviceFollowUp(Base):
    """What the asker says three and twelve months later. helped, quality : 1 (not at all) to 5

    sent : when the link was, from which its days are counted; reminded : when it was sent once more
    """

    __tablename__ = "case_follow_ups"

    case_id: Mapped[str] = mapped_column(Id, _of_case(), primary_key=True)
    months: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    due: Mapped[date] = mapped_column(Date, index=True)
    token_hash: Mapped[str | None] = mapped_column(Print, unique=True)
    sent: Mapped[datetime | None] = mapped_column(Instant)
    reminded: Mapped[datetime | None] = mapped_column(Instant)
    answered: Mapped[datetime | None] = mapped_column(Instant)
    used: Mapped[Used | None] = mapped_column(words_of(*USED))
    helped: Mapped[int | None] = mapped_column(Integer)
    quality: Mapped[int | None] = mapped_column(Integer)
    text: Mapped[str | None] = mapped_column(EncryptedText)
