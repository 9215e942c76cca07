"""The key of plans that a program shows as `Authorization: Bearer`: what it opens, and of which municipality."""

from dataclasses import dataclass

from fastapi import Request
from sqlalchemy import select

from api.access.current_account import database_of
from api.access.token import hash_token
from api.store.api_keys import ANY_ORIGIN, ApiKey

_BEARER = "bearer "


@dataclass(frozen=True, slots=True)
class PlanKey:
    """may_write : it writes fields and comments and saves new plans; to share, adopt and erase takes a person"""

    id: str
    municipality_code: str
    may_write: bool


def shown_token(request: Request) -> str | None:
    """What a program shows in a header, which no page of another site can have a browser send; None without one."""
    header = request.headers.get("authorization", "")
    return header[len(_BEARER) :].strip() if header.lower().startswith(_BEARER) else None


def current_key(request: Request) -> PlanKey | None:
    """The key that is shown, None where none is, or it is revoked, of a widget, or of another site than asks."""
    token = shown_token(request)
    if token is None:
        return None
    with database_of(request).reading() as session:
        shown = select(ApiKey).where(ApiKey.key_hash == hash_token(token), ApiKey.revoked.is_(None))
        key = session.scalar(shown.where(ApiKey.scope != "widget"))
    if key is None or not key.municipality_code or key.origin not in (ANY_ORIGIN, request.headers.get("origin")):
        return None
    return PlanKey(key.id, key.municipality_code, key.scope == "plans:write")
