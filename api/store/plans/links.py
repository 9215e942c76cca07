"""Links that open a plan for whoever has them: made, found, revoked."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.encrypted_text import vault_of
from api.store.once import make_once
from api.store.plans.errors import LinkDead, ShareRejected, UnknownPart
from api.store.plans.tables import LinkFor, PlanLink

LONGEST = timedelta(days=365)
MAX_NAME_CHARS = 100
TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class NewLink:
    """token : told once, when the link is made"""

    id: str
    token: str


def make_link(
    session: Session,
    plan_id: str,
    used_for: LinkFor,
    name: str,
    lasts: timedelta,
    by: str,
    now: datetime,
    once: str = "",
) -> NewLink:
    """A link to the plan. name : whom it is for; lasts : at most LONGEST; a calendar's has no end

    once : the key of the request, empty for one that may be sent any number of times: sent again, it is told the same
        link, whose token is worked out from the key and kept no more than another

    Raises
    ------
    ShareRejected : it lasts no time or too long, or its name is too long
    """
    if not timedelta(0) < lasts <= LONGEST:
        raise ShareRejected(f"a link lasts 1 to {LONGEST.days} days, not {lasts.days}; choose a number of days")
    if len(name) > MAX_NAME_CHARS:
        raise ShareRejected(f"the name of a link has at most {MAX_NAME_CHARS} signs, not {len(name)}; shorten it")
    token = _work_out(session, f"{by} {plan_id} {once}") if once else secrets.token_urlsafe(TOKEN_BYTES)

    def make(link_id: str) -> None:
        row = PlanLink(
            id=link_id,
            plan_id=plan_id,
            token_hash=_hash(token),
            used_for=used_for,
            name=name.strip(),
            created=now,
            created_by=by,
            expires=None if used_for == "calendar" else now + lasts,
            revoked=None,
        )
        session.add(row)

    return NewLink(make_once(session, f"{by} link {plan_id}", once, now, make), token)


def find_link(session: Session, token: str, now: datetime) -> PlanLink:
    """The link of the token.

    Raises
    ------
    LinkDead : there is none, it has been revoked, or it is too old
    """
    row = session.scalars(select(PlanLink).where(PlanLink.token_hash == _hash(token))).one_or_none()
    if row is None or row.revoked or (row.expires and row.expires <= now):
        raise LinkDead("the link does not work: it was taken back, or its time is out; ask who sent it for a new one")
    return row


def list_links(session: Session, plan_id: str) -> Sequence[PlanLink]:
    """The links of the plan, the last first."""
    return session.scalars(select(PlanLink).where(PlanLink.plan_id == plan_id).order_by(PlanLink.created.desc())).all()


def revoke_link(session: Session, plan_id: str, link_id: str, now: datetime) -> PlanLink:
    """The link, which opens nothing any more.

    Raises
    ------
    UnknownPart : the plan has no such link
    """
    row = session.get(PlanLink, link_id)
    if row is None or row.plan_id != plan_id:
        raise UnknownPart("the plan has no such link; list its links and choose one of those")
    row.revoked = row.revoked or now
    return row


def _work_out(session: Session, request: str) -> str:
    """A token that nobody without the key of the database can work out, the same for the same request."""
    return vault_of(session).print_of("link to a plan", request)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
