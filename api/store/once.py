"""A request that is sent twice makes one thing."""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from api.store.accounts import Print
from api.store.base import Base, Id, new_id
from api.store.instant import Instant

KEPT = timedelta(days=2)
"""How long a key is remembered: nobody sends the same request days later."""


class Request(Base):
    """What was made for a request, so that the same one sent again makes nothing. key_hash : of who asks and its key

    The table is named for the first requests that there were.
    """

    __tablename__ = "plan_requests"

    key_hash: Mapped[str] = mapped_column(Print, primary_key=True)
    made: Mapped[str] = mapped_column(Id)
    at: Mapped[datetime] = mapped_column(Instant, index=True)


def make_once(session: Session, who: str, key: str, now: datetime, make: Callable[[str], None]) -> str:
    """The id of what was made for that key of that asker: now, or when it was sent the first time.

    who : who asks, and for what: the same key for another thing is another request
    key : empty for a request that may be made any number of times; make : is given the id
    """
    made = new_id()
    if key:
        key_hash = hashlib.sha256(f"{who}\0{key}".encode()).hexdigest()
        session.execute(delete(Request).where(Request.at < now - KEPT))
        try:
            with session.begin_nested():  # where the same is being answered meanwhile, this waits for it
                session.add(Request(key_hash=key_hash, made=made, at=now))
        except IntegrityError:
            return session.get_one(Request, key_hash).made
    make(made)
    return made
