"""All that an account has said for an expert's organisation, and whom it has invited, as JSON has it."""

from datetime import datetime
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from api.store.experts.reviews import read_changes
from api.store.experts.tables import ExpertAbsence, ExpertCalendar, ExpertConsent, ExpertInvitation, ExpertReview

Told = list[dict[str, Any]]


def collect_own_expert_side(session: Session, account_id: str) -> dict[str, Told]:
    """What the account said and made, by kind."""
    return {
        "expert_invitations": _list_invitations(session, account_id),
        "expert_reviews": _list_reviews(session, account_id),
        "expert_consents": _list_consents(session, account_id),
        "expert_calendars": _list_calendars(session, account_id),
    }


def _list_invitations(session: Session, account_id: str) -> Told:
    wanted = select(ExpertInvitation).where(ExpertInvitation.created_by == account_id)
    found = session.scalars(wanted.order_by(ExpertInvitation.created, ExpertInvitation.id))
    return [{"expert": one.expert_slug, "address": one.address, "created": _tell(one.created)} for one in found]


def _list_reviews(session: Session, account_id: str) -> Told:
    found = session.scalars(select(ExpertReview).where(ExpertReview.by == account_id).order_by(ExpertReview.at))
    return [{"expert": one.expert_slug, "at": _tell(one.at), "changes": read_changes(one)} for one in found]


def _list_consents(session: Session, account_id: str) -> Told:
    said = or_(ExpertConsent.given_by == account_id, ExpertConsent.withdrawn_by == account_id)
    return [
        {
            "receipt": one.id,
            "expert": one.expert_slug,
            "purpose": one.purpose,
            "given": _tell(one.given if one.given_by == account_id else None),
            "withdrawn": _tell(one.withdrawn if one.withdrawn_by == account_id else None),
        }
        for one in session.scalars(select(ExpertConsent).where(said).order_by(ExpertConsent.id))
    ]


def _list_calendars(session: Session, account_id: str) -> Told:
    found = session.scalars(select(ExpertCalendar).where(ExpertCalendar.confirmed_by == account_id)).all()
    return [
        {
            "expert": one.expert_slug,
            "hours_per_month": one.hours_per_month,
            "parallel_cases": one.parallel_cases,
            "confirmed": one.confirmed.isoformat(),
            "feed_address": one.feed_address,
            "absences": _list_absences(session, one.expert_slug),
        }
        for one in found
    ]


def _list_absences(session: Session, slug: str) -> list[dict[str, str]]:
    wanted = select(ExpertAbsence).where(ExpertAbsence.expert_slug == slug).order_by(ExpertAbsence.first)
    return [
        {"from": one.first.isoformat(), "to": one.last.isoformat(), "source": one.source}
        for one in session.scalars(wanted)
    ]


def _tell(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
