"""Consents of an organisation: given, withdrawn, proved. A row stays for ever; it is the receipt."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from api.store.audit import record
from api.store.base import new_id
from api.store.experts.changes import note_change
from api.store.experts.errors import UnknownConsent
from api.store.experts.tables import PURPOSES, ExpertConsent, Purpose


def has_consent(session: Session, slug: str, purpose: Purpose) -> bool:
    """Whether the organisation has consented to that use of its profile and not taken it back."""
    return _find_in_force(session, slug, purpose) is not None


def has_withdrawn(session: Session, slug: str, purpose: Purpose) -> bool:
    """Whether the organisation has said no to it, and not yes since; one that has said nothing has not."""
    rows = _list_of_purpose(session, slug, purpose)
    return bool(rows) and all(row.withdrawn for row in rows)


def give_consent(session: Session, slug: str, purpose: Purpose, by: str, now: datetime) -> ExpertConsent:
    """The consent; that which is in force, where there is one."""
    if in_force := _find_in_force(session, slug, purpose):
        return in_force
    row = ExpertConsent(id=new_id(), expert_slug=slug, purpose=purpose, given=now, given_by=by, withdrawn=None)
    session.add(row)
    record(session, now, by, "expert.consent_given", row.id)
    note_change(session)
    return row


def withdraw_consent(session: Session, slug: str, purpose: Purpose, by: str, now: datetime) -> ExpertConsent:
    """What says that it is withdrawn, whether it was ever consented to or the profile stood on another basis.

    Withdrawn again, it is the same.
    """
    if has_withdrawn(session, slug, purpose):
        return _list_of_purpose(session, slug, purpose)[0]
    row = _find_in_force(session, slug, purpose)
    if row is None:
        row = ExpertConsent(id=new_id(), expert_slug=slug, purpose=purpose, given=None, given_by=None)
        session.add(row)
    row.withdrawn, row.withdrawn_by = now, by
    session.flush()
    session.execute(
        update(ExpertConsent)
        .where(ExpertConsent.expert_slug == slug, ExpertConsent.purpose == purpose, ExpertConsent.withdrawn.is_(None))
        .values(withdrawn=now, withdrawn_by=by)
    )  # one that was given in another tab at the same moment
    record(session, now, by, "expert.consent_withdrawn", row.id)
    note_change(session)
    return row


def list_consents(session: Session, slug: str) -> Sequence[ExpertConsent]:
    """All that the organisation has said yes and no to, the last first."""
    rows = session.scalars(select(ExpertConsent).where(ExpertConsent.expert_slug == slug)).all()
    return sorted(rows, key=lambda row: (_last_moment(row), row.id), reverse=True)


def find_consent(session: Session, slug: str, consent_id: str) -> ExpertConsent:
    """The consent.

    Raises
    ------
    UnknownConsent : the organisation has none with that id
    """
    row = session.get(ExpertConsent, consent_id)
    if row is None or row.expert_slug != slug:
        raise UnknownConsent("there is no such consent, or it is not yours; open it from /min-profil")
    return row


def list_withdrawn(session: Session, purpose: Purpose = "publication") -> dict[str, ExpertConsent]:
    """Slugs whose organisations have said no to it and not yes since, each with the row that says so."""
    rows = session.scalars(select(ExpertConsent).where(ExpertConsent.purpose == purpose)).all()
    in_force = {row.expert_slug for row in rows if row.withdrawn is None}
    last_first = sorted(rows, key=lambda row: (_last_moment(row), row.id))
    return {row.expert_slug: row for row in last_first if row.expert_slug not in in_force}


def read_purpose(text: str) -> Purpose:
    """The purpose of that name.

    Raises
    ------
    UnknownConsent : there is none
    """
    for purpose in PURPOSES:
        if purpose == text:
            return purpose
    raise UnknownConsent(f"nobody consents to {text[:20]!r}; choose among {', '.join(PURPOSES)}")


def _find_in_force(session: Session, slug: str, purpose: Purpose) -> ExpertConsent | None:
    return next((row for row in _list_of_purpose(session, slug, purpose) if row.withdrawn is None), None)


def _list_of_purpose(session: Session, slug: str, purpose: Purpose) -> list[ExpertConsent]:
    return [row for row in list_consents(session, slug) if row.purpose == purpose]


def _last_moment(row: ExpertConsent) -> datetime:
    """When it was last said something of; every row is given or withdrawn."""
    moments = [moment for moment in (row.given, row.withdrawn) if moment]
    return max(moments)
