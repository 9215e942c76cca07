"""A saved plan opened for whoever asks: an account that may, a program with a key, or who has followed a link to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from fastapi import Request

from api.access.current_account import current_account, database_of, now_of
from api.access.errors import RoleRefused
from api.access.plan_key import PlanKey, current_key
from api.access.signed_in import SignedIn
from api.saved_plans.link_cookie import is_program, read_tokens
from api.saved_plans.rights import PlanRight, allows, find_right
from api.store.plans.errors import LinkDead, UnknownPlan
from api.store.plans.links import find_link
from api.store.plans.open import OpenPlan, find_row, open_plan
from api.store.plans.tables import PlanLink, SavedPlan
from api.store.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who asks for a plan. id : of the account, the link or the key, is_key; right : the most that it may do"""

    id: str
    right: PlanRight
    now: datetime
    is_key: bool = False

    def may(self, needed: PlanRight) -> bool:
        return allows(self.right, needed)

    def check_may_comment(self) -> None:
        """Return if it may comment: a person who may read the plan, or a key that may write.

        Raises
        ------
        RoleRefused : it is a key that reads
        """
        if self.is_key and not self.may("write"):
            raise RoleRefused("the key reads plans; ask for one with the scope plans:write")


@dataclass(frozen=True, slots=True)
class Opened:
    asker: Asker
    saved: OpenPlan


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a request shows of who asks, whichever plan it is for."""

    account: SignedIn | None
    key: PlanKey | None


@contextmanager
def reading_plan(request: Request, plan_id: str) -> Iterator[tuple[Session, Asker]]:
    """A session that reads, once the asker may read the plan.

    Raises
    ------
    UnknownPlan : there is none, or not for whoever asks
    """
    shown = _find_shown(request)
    with database_of(request).reading() as session:
        yield session, _find_asker(request, session, plan_id, "read", shown)


@contextmanager
def writing_plan(request: Request, plan_id: str, needed: PlanRight = "write") -> Iterator[tuple[Session, Asker]]:
    """A session that writes, once the asker may do what is needed with the plan.

    Raises
    ------
    UnknownPlan : there is none, or not for whoever asks
    RoleRefused : the plan may be read, but not this be done with it
    """
    shown = _find_shown(request)
    with database_of(request).session() as session:
        yield session, _find_asker(request, session, plan_id, needed, shown)


def open_for(request: Request, plan_id: str, needed: PlanRight = "read", version: int | None = None) -> Opened:
    """The plan as it is now, or was in the version, for whoever asks.

    Raises
    ------
    UnknownPlan : there is none, or not for whoever asks
    RoleRefused : it may be read, but not what is needed
    UnknownVersion : it has no such version
    """
    shown = _find_shown(request)
    with database_of(request).reading() as session:
        asker = _find_asker(request, session, plan_id, needed, shown)
        return Opened(asker, open_plan(session, plan_id, version))


def _find_shown(request: Request) -> _Shown:
    """Who is signed in, or the key of a program, looked up before the session that needs it begins.

    Each lookup has a session of its own, and the first may write when a browser was seen: within another session it
    would wait for that one, and for a connection while others hold them all.
    """
    return _Shown(None if is_program(request) else current_account(request), current_key(request))


def _find_asker(request: Request, session: Session, plan_id: str, needed: PlanRight, shown: _Shown) -> Asker:
    row, now = find_row(session, plan_id), now_of(request)
    link, key = _find_link(request, session, row, now), shown.key
    right = find_right(row, shown.account, link, key)
    if right is None:
        raise UnknownPlan("there is no such plan, or it is not shared with you; ask who sent you here")
    if not allows(right, needed):
        raise RoleRefused(f"the plan is shared to {right}, this is to {needed}; ask a coordinator of the municipality")
    is_account = shown.account is not None and find_right(row, shown.account, None) == right
    asks = shown.account if is_account else link or key
    return Asker(id=asks.id if asks else "", right=right, now=now, is_key=asks is not None and asks is key)


def _find_link(request: Request, session: Session, row: SavedPlan, now: datetime) -> PlanLink | None:
    """The link to the plan that the browser has followed, None without one that still works."""
    for token in read_tokens(request):
        try:
            link = find_link(session, token, now)
        except LinkDead:
            continue
        if link.plan_id == row.id:
            return link
    return None
