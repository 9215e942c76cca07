"""Who may be asked, and accounts of what came of measures: sealed until an editor has taken them, then public."""

from datetime import date, datetime
from typing import Literal, get_args

from sqlalchemy import Date, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from api.store.accounts import words_of
from api.store.base import Base, Id
from api.store.cases.tables import Slug
from api.store.encrypted_text import EncryptedText
from api.store.instant import Instant

PracticeState = Literal["draft", "submitted", "returned", "published", "declined", "withdrawn"]
PRACTICE_STATES: tuple[PracticeState, ...] = get_args(PracticeState)
Purpose = Literal["asked by other municipalities"]
PURPOSE: Purpose = "asked by other municipalities"
MAX_STEM_CHARS = 110


class Agreement(Base):
    """That the municipality may be asked about a problem area of a plan; the row goes when that is taken back.

    contact : a mailbox or a telephone of the municipality, of no private person
    """

    __tablename__ = "exchange_agreements"

    plan_id: Mapped[str] = mapped_column(Id, ForeignKey("plans.id", ondelete="CASCADE"), primary_key=True)
    area: Mapped[str] = mapped_column(Slug, primary_key=True)
    municipality_code: Mapped[str] = mapped_column(String(4), index=True)
    purpose: Mapped[Purpose] = mapped_column(String(40))
    contact: Mapped[str] = mapped_column(EncryptedText)
    given: Mapped[date] = mapped_column(Date)
    given_by: Mapped[str] = mapped_column(Id, index=True)


class Practice(Base):
    """An account of what came of a measure, as its municipality writes it. It goes with its plan.

    measure : its path in the plan; method : slug of its guidance, empty for a measure of the municipality's own
    texts : as JSON; reason : the editor's, of one that was sent back or declined; version : of the texts, from 1
    """

    __tablename__ = "practice_accounts"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    plan_id: Mapped[str] = mapped_column(Id, ForeignKey("plans.id", ondelete="CASCADE"), index=True)
    municipality_code: Mapped[str] = mapped_column(String(4), index=True)
    measure: Mapped[str] = mapped_column(EncryptedText)
    method: Mapped[str] = mapped_column(Slug)
    area: Mapped[str] = mapped_column(Slug)
    texts: Mapped[str] = mapped_column(EncryptedText)
    state: Mapped[PracticeState] = mapped_column(words_of(*PRACTICE_STATES), index=True)
    version: Mapped[int] = mapped_column(Integer)
    reason: Mapped[str | None] = mapped_column(EncryptedText)
    created: Mapped[datetime] = mapped_column(Instant)
    created_by: Mapped[str] = mapped_column(Id, index=True)
    changed: Mapped[datetime] = mapped_column(Instant, index=True)
    reviewed: Mapped[datetime | None] = mapped_column(Instant)
    reviewed_by: Mapped[str | None] = mapped_column(Id)


class PublishedPractice(Base):
    """What everybody may read of an account, in the open; the row goes when the account is withdrawn."""

    __tablename__ = "published_practice"

    id: Mapped[str] = mapped_column(Id, ForeignKey("practice_accounts.id", ondelete="CASCADE"), primary_key=True)
    municipality_code: Mapped[str] = mapped_column(String(4), index=True)
    method: Mapped[str] = mapped_column(Slug, index=True)
    area: Mapped[str] = mapped_column(Slug, index=True)
    title: Mapped[str] = mapped_column(Text)
    done: Mapped[str] = mapped_column(Text)
    took: Mapped[str] = mapped_column(Text)
    figures: Mapped[str] = mapped_column(Text)
    otherwise: Mapped[str] = mapped_column(Text)
    published: Mapped[date] = mapped_column(Date, index=True)


class PracticeWord(Base):
    """That the stem of a word stands in a published account."""

    __tablename__ = "practice_words"

    stem: Mapped[str] = mapped_column(String(MAX_STEM_CHARS), primary_key=True)
    practice_id: Mapped[str] = mapped_column(
        Id, ForeignKey("published_practice.id", ondelete="CASCADE"), primary_key=True, index=True
    )
