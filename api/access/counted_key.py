"""By what a widget's key is counted, for who shows the key."""

from collections.abc import Collection

from sqlalchemy import select

from api.access.token import hash_token
from api.store.api_keys import ApiKey
from api.store.database import Database

KEY_CHARS = 32


def find_counted_key(database: Database, setting_keys: Collection[str], shown: str) -> str | None:
    """The name that the key is counted by, None for one that was not given out. A key that is revoked is told of still.

    setting_keys : those of KB_WIDGET_KEYS
    """
    if shown in setting_keys:
        return name_key(shown)
    with database.reading() as session:
        wanted = select(ApiKey.id).where(ApiKey.key_hash == hash_token(shown), ApiKey.scope == "widget")
        return session.scalar(wanted)


def name_key(shown: str) -> str:
    """What a key is counted by that was given out in KB_WIDGET_KEYS: nobody reads the key from it.

    >>> len(name_key("intranet"))
    32
    """
    return hash_token(shown)[:KEY_CHARS]
