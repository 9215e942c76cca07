"""Saved plans and what belongs to them. What a person wrote lies encrypted; ids, moments and counts do not."""

from datetime import date, datetime
from typing import Literal, get_args

from sqlalchemy import Date, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from api.store.accounts import Print, words_of
from api.store.base import Base, Id
from api.store.encrypted_text import EncryptedText
from api.store.instant import Instant

PlanState = Literal["draft", "adopted"]
PLAN_STATES: tuple[PlanState, ...] = get_args(PlanState)
Right = Literal["read", "write"]
RIGHTS: tuple[Right, ...] = get_args(Right)
LinkFor = Literal["read", "write", "calendar"]
LINKS_FOR: tuple[LinkFor, ...] = get_args(LinkFor)
AdvisorRight = Literal["none", "read", "write"]
ADVISOR_RIGHTS: tuple[AdvisorRight, ...] = get_args(AdvisorRight)
ErasedWhy = Literal["asked", "retention"]
ERASED_WHY: tuple[ErasedWhy, ...] = get_args(ErasedWhy)


def _of_plan() -> ForeignKey:
    """To the plan, with which the row goes."""
    return ForeignKey("plans.id", ondelete="CASCADE")


def _of_account() -> ForeignKey:
    """To the account, with which the row goes."""
    return ForeignKey("accounts.id", ondelete="CASCADE")


class SavedPlan(Base):
    """A plan that is listed. version : of what is written now; changed_by : the account or the link that wrote last

    advisors : what advisors of the county, and of the whole country, may do with it
    """

    __tablename__ = "plans"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    municipality_code: Mapped[str] = mapped_column(String(4), index=True)
    title: Mapped[str] = mapped_column(EncryptedText)
    state: Mapped[PlanState] = mapped_column(words_of(*PLAN_STATES))
    advisors: Mapped[AdvisorRight] = mapped_column(words_of(*ADVISOR_RIGHTS))
    version: Mapped[int] = mapped_column(Integer)
    created: Mapped[datetime] = mapped_column(Instant)
    created_by: Mapped[str] = mapped_column(Id, index=True)
    changed: Mapped[datetime] = mapped_column(Instant, index=True)
    changed_by: Mapped[str] = mapped_column(Id)


class PlanDraft(Base):
    """What the plan was made of, which is never written again: by far the most of its text."""

    __tablename__ = "plan_drafts"

    plan_id: Mapped[str] = mapped_column(Id, _of_plan(), primary_key=True)
    body: Mapped[str] = mapped_column(EncryptedText)


class PlanNeed(Base):
    """That the plan has a problem of the area, which is not dropped. area : a slug, in the open, to be counted

    told : when it was first told outside the municipality, by sharing with advisors or by adoption; None until then
    """

    __tablename__ = "plan_needs"

    plan_id: Mapped[str] = mapped_column(Id, _of_plan(), primary_key=True)
    area: Mapped[str] = mapped_column(String(100), primary_key=True)
    told: Mapped[datetime | None] = mapped_column(Instant)


class PlanFields(Base):
    """What is written in the plan now: path -> text, as JSON."""

    __tablename__ = "plan_fields"

    plan_id: Mapped[str] = mapped_column(Id, _of_plan(), primary_key=True)
    written: Mapped[str] = mapped_column(EncryptedText)


class PlanVersion(Base):
    """One save. edits : path -> [text before, text after], as JSON; number : from 1"""

    __tablename__ = "plan_versions"

    plan_id: Mapped[str] = mapped_column(Id, _of_plan(), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    edits: Mapped[str] = mapped_column(EncryptedText)
    n_edits: Mapped[int] = mapped_column(Integer)
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(Id)


class PlanAdoption(Base):
    """A decision on the plan as it was in a version, which is frozen by it. day : of the decision"""

    __tablename__ = "plan_adoptions"

    plan_id: Mapped[str] = mapped_column(Id, _of_plan(), primary_key=True)
    version: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    day: Mapped[date] = mapped_column(Date)
    body: Mapped[str] = mapped_column(EncryptedText)
    paragraph: Mapped[str] = mapped_column(EncryptedText)
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(Id)


class PlanLink(Base):
    """A link that opens the plan for whoever has it. token_hash : of what stands in its address"""

    __tablename__ = "plan_links"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    plan_id: Mapped[str] = mapped_column(Id, _of_plan(), index=True)
    token_hash: Mapped[str] = mapped_column(Print, unique=True)
    used_for: Mapped[LinkFor] = mapped_column(words_of(*LINKS_FOR))
    name: Mapped[str] = mapped_column(EncryptedText)
    created: Mapped[datetime] = mapped_column(Instant)
    created_by: Mapped[str] = mapped_column(Id)
    expires: Mapped[datetime | None] = mapped_column(Instant)
    revoked: Mapped[datetime | None] = mapped_column(Instant)


class PlanComment(Base):
    """A comment at a place of the plan. place : path of a problem or a measure, empty for the whole plan"""

    __tablename__ = "plan_comments"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    plan_id: Mapped[str] = mapped_column(Id, _of_plan(), index=True)
    place: Mapped[str] = mapped_column(EncryptedText)
    text: Mapped[str] = mapped_column(EncryptedText)
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(Id)
    settled: Mapped[datetime | None] = mapped_column(Instant)


class PlanReminder(Base):
    """That an account was reminded of something in the plan: whoever makes the row sends it. what : its print"""

    __tablename__ = "plan_reminders"

    plan_id: Mapped[str] = mapped_column(Id, _of_plan(), primary_key=True)
    account_id: Mapped[str] = mapped_column(Id, _of_account(), primary_key=True, index=True)
    what: Mapped[str] = mapped_column(Print, primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)


class PlanMute(Base):
    """That an account wants no reminders of the plan."""

    __tablename__ = "plan_mutes"

    plan_id: Mapped[str] = mapped_column(Id, _of_plan(), primary_key=True)
    account_id: Mapped[str] = mapped_column(Id, _of_account(), primary_key=True, index=True)


class PlanErasure(Base):
    """The proof that a plan was erased, which says nothing of what stood in it. by : an account, empty for the rule"""

    __tablename__ = "plan_erasures"

    plan_id: Mapped[str] = mapped_column(Id, primary_key=True)
    municipality_code: Mapped[str] = mapped_column(String(4), index=True)
    why: Mapped[ErasedWhy] = mapped_column(words_of(*ERASED_WHY))
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(Id)
    n_versions: Mapped[int] = mapped_column(Integer)
    n_comments: Mapped[int] = mapped_column(Integer)
    n_links: Mapped[int] = mapped_column(Integer)
