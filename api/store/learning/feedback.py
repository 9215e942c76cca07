"""What users say of answers: kept, added to while it is fresh, listed for editors and reviewed by them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from api.store.audit import record
from api.store.base import new_id
from api.store.learning.errors import FeedbackReviewed, UnknownFeedback
from api.store.learning.tables import Feedback, FeedbackAbout, FeedbackState

FRESH = timedelta(hours=1)
"""How long whoever said it may add why."""
PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """slug : of the guidance, or of the problem area; asked : what it answered; both texts are masked"""

    about: FeedbackAbout
    slug: str
    is_right: bool
    asked: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """None for all."""

    state: FeedbackState | None = None
    about: FeedbackAbout | None = None
    is_right: bool | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """n : how many there are in all; rows : those of the page"""

    n: int
    rows: Sequence[Feedback]


def save_feedback(session: Session, said: Said, now: datetime) -> str:
    """The id of what is said. Nothing is kept of who said it."""
    row = Feedback(
        id=new_id(),
        at=now,
        about=said.about,
        is_right=said.is_right,
        slug=said.slug,
        asked=said.asked,
        reason=said.reason or None,
        state="new",
    )
    session.add(row)
    return row.id


def find_fresh(session: Session, feedback_id: str, now: datetime) -> Feedback:
    """What was said within FRESH.

    Raises
    ------
    UnknownFeedback : there is no such, or it is older
    """
    row = session.get(Feedback, feedback_id)
    if row is None or now - row.at > FRESH:
        raise UnknownFeedback("nothing was said of an answer under that id within an hour; judge the answer again")
    return row


def add_reason(session: Session, feedback_id: str, reason: str, now: datetime) -> None:
    """Write down why, once: what an editor may have read stays as it is. reason : masked; empty adds nothing

    Raises
    ------
    UnknownFeedback : as find_fresh
    """
    row = find_fresh(session, feedback_id, now)
    if row.reason is None and row.state == "new":
        row.reason = reason or None


def list_feedback(session: Session, wanted: Wanted, page: int = 1) -> Listed:
    """What has been said, a page of it, the last first. page : from 1"""
    n = session.scalar(select(func.count()).select_from(_select(wanted).subquery())) or 0
    rows = _select(wanted).order_by(Feedback.at.desc(), Feedback.id).offset((page - 1) * PAGE).limit(PAGE)
    return Listed(n, session.scalars(rows).all())


def list_taken(session: Session) -> Sequence[Feedback]:
    """All that editors have taken, the first said first."""
    return session.scalars(_select(Wanted("taken")).order_by(Feedback.at, Feedback.id)).all()


def review_feedback(session: Session, feedback_id: str, state: FeedbackState, by: str, now: datetime) -> Feedback:
    """What was said, taken or dropped by an editor.

    Raises
    ------
    UnknownFeedback : there is no such
    FeedbackReviewed : an editor has done so already
    """
    row = session.get(Feedback, feedback_id, with_for_update=True)
    if row is None:
        raise UnknownFeedback("nothing was said of an answer under that id; open /omdomen for what there is")
    if row.state != "new":
        raise FeedbackReviewed(f"it was {row.state} on {row.reviewed:%Y-%m-%d}; what was reviewed stays as it is")
    row.state, row.reviewed, row.reviewed_by = state, now, by
    record(session, now, by, f"feedback.{state}", feedback_id)
    return row


def _select(wanted: Wanted) -> Select[Feedback]:
    rows = select(Feedback)
    if wanted.state:
        rows = rows.where(Feedback.state == wanted.state)
    if wanted.about:
        rows = rows.where(Feedback.about == wanted.about)
    return rows if wanted.is_right is None else rows.where(Feedback.is_right.is_(wanted.is_right))
