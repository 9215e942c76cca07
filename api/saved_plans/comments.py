"""A comment taken away, by those who may."""

from api.access.errors import RoleRefused
from api.saved_plans.opened import Asker
from api.store.plans.comments import delete_comment, find_comment
from api.store.session import Session


def take_away(session: Session, asker: Asker, plan_id: str, comment_id: str) -> None:
    """Delete a comment of the plan.

    Raises
    ------
    UnknownPart : the plan has no such comment
    RoleRefused : the asker neither wrote it nor owns the plan
    """
    if not asker.may("own") and find_comment(session, plan_id, comment_id).by != asker.id:
        raise RoleRefused("a comment is taken away by who wrote it, or by a coordinator of the municipality")
    delete_comment(session, plan_id, comment_id)
