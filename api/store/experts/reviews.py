"""What organisations say of their profiles, for the editors, until these have settled it."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.audit import record
from api.store.experts.errors import ReviewRejected, UnknownReview
from api.store.experts.tables import ExpertReview
from api.store.once import make_once

MAX_CHARS = 4000
"""Of one field."""
N_SETTLED = 20


def send_review(session: Session, slug: str, changes: Mapping[str, str], by: str, now: datetime, once: str = "") -> str:
    """The id of what is said. changes : field -> what it should be; none says that all of it is right

    Raises
    ------
    ReviewRejected : a change is too long
    """
    for field, text in changes.items():
        if len(text) > MAX_CHARS:
            raise ReviewRejected(f"{field} has {len(text)} signs; at most {MAX_CHARS}")

    def make(review_id: str) -> None:
        written = json.dumps(dict(changes), ensure_ascii=False)
        row = ExpertReview(id=review_id, expert_slug=slug, is_right=not changes, changes=written, at=now, by=by)
        session.add(row)
        record(session, now, by, "expert.reviewed", review_id)

    return make_once(session, f"{by} review {slug}", once, now, make)


def list_new(session: Session) -> Sequence[ExpertReview]:
    """What editors have not settled, the oldest first."""
    wanted = select(ExpertReview).where(ExpertReview.settled.is_(None))
    return session.scalars(wanted.order_by(ExpertReview.at, ExpertReview.id)).all()


def list_settled(session: Session) -> Sequence[ExpertReview]:
    """The N_SETTLED last settled, the last first."""
    wanted = select(ExpertReview).where(ExpertReview.settled.is_not(None))
    return session.scalars(wanted.order_by(ExpertReview.settled.desc(), ExpertReview.id).limit(N_SETTLED)).all()


def list_reviews(session: Session, slug: str) -> Sequence[ExpertReview]:
    """What the organisation has said of its profile, the last first."""
    wanted = select(ExpertReview).where(ExpertReview.expert_slug == slug)
    return session.scalars(wanted.order_by(ExpertReview.at.desc(), ExpertReview.id)).all()


def settle_review(session: Session, review_id: str, by: str, now: datetime) -> ExpertReview:
    """What is said, settled; once more it stays as it is.

    Raises
    ------
    UnknownReview : there is no such
    """
    row = session.get(ExpertReview, review_id)
    if row is None:
        raise UnknownReview("there is no such task; open /profilgranskning for those there are")
    if row.settled is None:
        row.settled = now
        record(session, now, by, "expert.review_settled", review_id)
    return row


def read_changes(row: ExpertReview) -> dict[str, str]:
    """Field -> what it should be."""
    changes: dict[str, str] = json.loads(row.changes)
    return changes
