"""All that an account has written in saved plans, as JSON has it: saves, comments, links, decisions and the like."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.plans.tables import (
    PlanAdoption,
    PlanComment,
    PlanErasure,
    PlanLink,
    PlanMute,
    PlanReminder,
    PlanVersion,
    SavedPlan,
)
from api.store.plans.written_json import load_changes


def collect_own_plans(session: Session, account_id: str) -> dict[str, list[dict[str, Any]]]:
    """What the account made and wrote, by kind. A plan with all that others wrote in it is taken home from its page."""
    return {
        "plans": _list_plans(session, account_id),
        "plan_saves": _list_saves(session, account_id),
        "plan_comments": _list_comments(session, account_id),
        "plan_links": _list_links(session, account_id),
        "plan_adoptions": _list_adoptions(session, account_id),
        "plan_erasures": _list_erasures(session, account_id),
        "plan_reminders": _list_reminders(session, account_id),
        "plans_without_reminders": [{"plan": plan} for plan in _list_muted(session, account_id)],
    }


def _list_plans(session: Session, account_id: str) -> list[dict[str, Any]]:
    found = session.scalars(select(SavedPlan).where(SavedPlan.created_by == account_id).order_by(SavedPlan.created))
    return [
        {"plan": one.id, "title": one.title, "state": one.state, "created": one.created.isoformat()} for one in found
    ]


def _list_saves(session: Session, account_id: str) -> list[dict[str, Any]]:
    found = session.scalars(select(PlanVersion).where(PlanVersion.by == account_id).order_by(PlanVersion.at))
    return [
        {
            "plan": one.plan_id,
            "version": one.number,
            "at": one.at.isoformat(),
            "written": {path: after for path, (_, after) in load_changes(one.edits).items()},
        }
        for one in found
    ]


def _list_comments(session: Session, account_id: str) -> list[dict[str, Any]]:
    found = session.scalars(select(PlanComment).where(PlanComment.by == account_id).order_by(PlanComment.at))
    return [{"plan": one.plan_id, "place": one.place, "text": one.text, "at": one.at.isoformat()} for one in found]


def _list_links(session: Session, account_id: str) -> list[dict[str, Any]]:
    found = session.scalars(select(PlanLink).where(PlanLink.created_by == account_id).order_by(PlanLink.created))
    return [
        {
            "plan": one.plan_id,
            "used_for": one.used_for,
            "name": one.name,
            "created": one.created.isoformat(),
            "expires": one.expires and one.expires.isoformat(),
            "revoked": one.revoked and one.revoked.isoformat(),
        }
        for one in found
    ]


def _list_adoptions(session: Session, account_id: str) -> list[dict[str, Any]]:
    found = session.scalars(select(PlanAdoption).where(PlanAdoption.by == account_id).order_by(PlanAdoption.at))
    return [
        {
            "plan": one.plan_id,
            "version": one.version,
            "day": one.day.isoformat(),
            "body": one.body,
            "paragraph": one.paragraph,
            "at": one.at.isoformat(),
        }
        for one in found
    ]


def _list_erasures(session: Session, account_id: str) -> list[dict[str, Any]]:
    found = session.scalars(select(PlanErasure).where(PlanErasure.by == account_id).order_by(PlanErasure.at))
    return [{"plan": one.plan_id, "at": one.at.isoformat()} for one in found]


def _list_reminders(session: Session, account_id: str) -> list[dict[str, Any]]:
    found = session.scalars(select(PlanReminder).where(PlanReminder.account_id == account_id).order_by(PlanReminder.at))
    return [{"plan": one.plan_id, "at": one.at.isoformat()} for one in found]


def _list_muted(session: Session, account_id: str) -> list[str]:
    muted = select(PlanMute.plan_id).where(PlanMute.account_id == account_id).order_by(PlanMute.plan_id)
    return list(session.scalars(muted))
