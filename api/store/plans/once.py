"""A request that is sent twice makes one thing."""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from api.store.base import new_id
from api.store.plans.tables import PlanRequest

KEPT = timedelta(days=2)
"""How long a key is remembered: nobody sends the same request days later."""


def make_once(session: Session, who: str, key: str, now: datetime, make: Callable[[str], None]) -> str:
    """The id of what was made for that key of that asker: now, or when it was sent the first time.

    who : who asks, and for what: the same key for another thing is another request
    key : empty for a request that may be made any number of times; make : is given the id
    """
    made = new_id()
    if key:
        key_hash = hashlib.sha256(f"{who}\0{key}".encode()).hexdigest()
        session.execute(delete(PlanRequest).where(PlanRequest.at < now - KEPT))
        try:
            with session.begin_nested():  # where the same is being answered meanwhile, this waits for it
                session.add(PlanRequest(key_hash=key_hash, made=made, at=now))
        except IntegrityError:
            return session.get_one(PlanRequest, key_hash).made
    make(made)
    return made
