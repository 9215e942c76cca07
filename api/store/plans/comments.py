"""Comments at places of a plan."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.plans.errors import CommentRejected, UnknownPart
from api.store.plans.tables import PlanComment
from kb.plans.working.action_plan import ActionPlan

MAX_CHARS = 2_000


def list_places(plan: ActionPlan) -> frozenset[str]:
    """Where a comment can stand: at the whole plan, a problem, a measure."""
    measures = (measure.path for problem in plan.problems for measure in problem.measures)
    return frozenset(("", *(problem.path for problem in plan.problems), *measures))


def check_comment(plan: ActionPlan, place: str, text: str) -> str:
    """The text as it is kept.

    Raises
    ------
    CommentRejected : it is empty or too long, or the plan has no such place
    """
    if place not in list_places(plan):
        raise CommentRejected("the plan has no such problem or measure; read it again")
    if not text.strip():
        raise CommentRejected("the comment is empty; write something")
    if len(text) > MAX_CHARS:
        raise CommentRejected(f"the comment has {len(text)} signs; at most {MAX_CHARS} are kept, shorten it")
    return text.strip()


def add_comment(session: Session, comment_id: str, plan_id: str, place: str, text: str, by: str, now: datetime) -> None:
    """Keep the comment, which has been checked."""
    session.add(PlanComment(id=comment_id, plan_id=plan_id, place=place, text=text, at=now, by=by, settled=None))


def list_comments(session: Session, plan_id: str) -> Sequence[PlanComment]:
    """The comments of the plan, oldest first."""
    of_plan = select(PlanComment).where(PlanComment.plan_id == plan_id)
    return session.scalars(of_plan.order_by(PlanComment.at, PlanComment.id)).all()


def find_comment(session: Session, plan_id: str, comment_id: str) -> PlanComment:
    """The comment of the plan.

    Raises
    ------
    UnknownPart : the plan has no such comment
    """
    row = session.get(PlanComment, comment_id)
    if row is None or row.plan_id != plan_id:
        raise UnknownPart("the plan has no such comment; list its comments and choose one of those")
    return row


def settle_comment(session: Session, plan_id: str, comment_id: str, now: datetime) -> PlanComment:
    """The comment, marked as dealt with; raises as `find_comment`."""
    row = find_comment(session, plan_id, comment_id)
    row.settled = row.settled or now
    return row


def reopen_comment(session: Session, plan_id: str, comment_id: str) -> PlanComment:
    """The comment, no longer marked as dealt with; raises as `find_comment`."""
    row = find_comment(session, plan_id, comment_id)
    row.settled = None
    return row


def delete_comment(session: Session, plan_id: str, comment_id: str) -> None:
    """Take the comment away; who may is for the caller to tell. Raises as `find_comment`."""
    session.delete(find_comment(session, plan_id, comment_id))
