"""Links by which organisations take their profiles in hand: made, found, used once. Their hash alone is kept."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from api.store.audit import record
from api.store.encrypted_text import vault_of
from api.store.experts.errors import InvitationDead
from api.store.experts.tables import ExpertInvitation
from api.store.once import make_once

LASTS = timedelta(days=30)
TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class NewInvitation:
    """token : told once, when it is made; is_new : False where the same request had made it already"""

    id: str
    address: str
    token: str
    expires: datetime
    is_new: bool


def make_invitation(session: Session, slug: str, address: str, by: str, now: datetime, once: str = "") -> NewInvitation:
    """A link for the organisation at the address. once : the key of the request, empty for any number of links"""
    token = _work_out(session, f"{by} {slug} {once}") if once else secrets.token_urlsafe(TOKEN_BYTES)
    made: list[str] = []

    def make(invitation_id: str) -> None:
        made.append(invitation_id)
        row = ExpertInvitation(
            id=invitation_id,
            expert_slug=slug,
            address=address,
            token_hash=_hash(token),
            created=now,
            created_by=by,
            expires=now + LASTS,
        )
        session.add(row)
        record(session, now, by, "expert.invited", invitation_id)

    invitation_id = make_once(session, f"{by} invitation {slug}", once, now, make)
    session.flush()
    row = session.get_one(ExpertInvitation, invitation_id)
    return NewInvitation(row.id, row.address, token, row.expires, bool(made))


def find_invitation(session: Session, token: str, now: datetime) -> ExpertInvitation:
    """The invitation of the link, which stays unused: scanners of mail open links too.

    Raises
    ------
    InvitationDead : it has been used, is too old, or was never given out
    """
    row = session.scalars(select(ExpertInvitation).where(ExpertInvitation.token_hash == _hash(token))).one_or_none()
    if row is None or row.used or row.expires <= now:
        raise _dead()
    return row


def use_invitation(session: Session, token: str, now: datetime) -> ExpertInvitation:
    """The invitation, used; in one statement, so that of two that use it at once one does. Raises as above."""
    used = session.scalar(
        update(ExpertInvitation)
        .where(
            ExpertInvitation.token_hash == _hash(token),
            ExpertInvitation.used.is_(None),
            ExpertInvitation.expires > now,
        )
        .values(used=now)
        .returning(ExpertInvitation.id)
    )
    if used is None:
        raise _dead()
    return session.get_one(ExpertInvitation, used)


def list_invitations(session: Session, slug: str) -> Sequence[ExpertInvitation]:
    """The invitations to the profile, the last first."""
    wanted = select(ExpertInvitation).where(ExpertInvitation.expert_slug == slug)
    return session.scalars(wanted.order_by(ExpertInvitation.created.desc(), ExpertInvitation.id)).all()


def _work_out(session: Session, request: str) -> str:
    """A token that nobody without the key of the database can work out, the same for the same request."""
    return vault_of(session).print_of("invitation of an organisation", request)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _dead() -> InvitationDead:
    return InvitationDead(
        "the invitation has been used or is older than 30 days; sign in with its address, or ask for a new one"
    )
