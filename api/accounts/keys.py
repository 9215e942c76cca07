"""Keys of programs and widgets: made, listed, revoked, and looked up when one is shown."""

import re
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from api.access.errors import KeyRejected, UnknownKey
from api.access.token import hash_token, new_token
from api.store.api_keys import ANY_ORIGIN, ApiKey, KeyScope
from api.store.audit import BY_COMMAND, record
from api.store.base import new_id
from api.store.database import Database

MAX_NAME_CHARS = 100
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?")


def create_key(
    database: Database, name: str, scope: KeyScope, origin: str, now: datetime, municipality_code: str | None = None
) -> tuple[ApiKey, str]:
    """A new key, as it is stored and as it is shown: this once, for its hash alone is kept.

    Raises
    ------
    KeyRejected : the name is empty or long, the origin is none, or a key of plans has no municipality
    """
    if not 0 < len(name.strip()) <= MAX_NAME_CHARS:
        raise KeyRejected(f"a name of {len(name.strip())} characters; give one of 1 to {MAX_NAME_CHARS}")
    if origin != ANY_ORIGIN and not _ORIGIN.fullmatch(origin):
        raise KeyRejected(f"{origin!r} is no site; write it as https://intranet.example.se, without a path")
    if scope != "widget" and not municipality_code:
        raise KeyRejected(f"the scope {scope!r}: a key of plans is for one municipality")
    shown = new_token()
    key = ApiKey(
        id=new_id(),
        key_hash=hash_token(shown),
        name=name.strip(),
        scope=scope,
        origin=origin,
        municipality_code=municipality_code,
        created=now,
    )
    with database.session() as session:
        session.add(key)
        record(session, now, BY_COMMAND, "key.created", key.id)
    return key, shown


def list_keys(database: Database) -> Sequence[ApiKey]:
    """Every key, the oldest first."""
    with database.reading() as session:
        return session.scalars(select(ApiKey).order_by(ApiKey.created, ApiKey.id)).all()


def revoke_key(database: Database, key_id: str, now: datetime) -> ApiKey:
    """The key, which is refused from now on.

    Raises
    ------
    UnknownKey : no key has the id
    """
    with database.session() as session:
        key = session.get(ApiKey, key_id)
        if key is None:
            raise UnknownKey(f"no key has the id {key_id!r}; `kb key list` shows those there are")
        key.revoked = key.revoked or now
        record(session, now, BY_COMMAND, "key.revoked", key.id)
    return key


def find_key(database: Database, shown: str, scope: KeyScope, origin: str | None) -> ApiKey | None:
    """The key that was shown, if it is of the scope and of the site; origin : None when no page of a site asks."""
    with database.reading() as session:
        wanted = select(ApiKey).where(ApiKey.key_hash == hash_token(shown), ApiKey.scope == scope)
        key = session.scalar(wanted.where(ApiKey.revoked.is_(None)))
    return key if key and (key.origin == ANY_ORIGIN or origin == key.origin) else None
