"""Browsers that are signed in: begun, listed, ended. They live on the server, so that each can be ended at once."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from api.access.token import hash_token, new_token
from api.store.accounts import SignIn
from api.store.audit import record
from api.store.base import new_id
from api.store.database import Database

LASTS = timedelta(days=14)


def begin_sign_in(session: Session, account_id: str, now: datetime) -> str:
    """What the cookie of a browser that is signed in from now on holds."""
    session.execute(delete(SignIn).where(SignIn.expires <= now))
    token = new_token()
    sign_in = SignIn(
        id=new_id(), account_id=account_id, token_hash=hash_token(token), created=now, seen=now, expires=now + LASTS
    )
    session.add(sign_in)
    record(session, now, account_id, "sign-in.begun", sign_in.id)
    return token


def list_sign_ins(database: Database, account_id: str, now: datetime) -> Sequence[SignIn]:
    """The account's browsers that are signed in, the one seen last first."""
    with database.reading() as session:
        wanted = select(SignIn).where(SignIn.account_id == account_id, SignIn.expires > now)
        return session.scalars(wanted.order_by(SignIn.seen.desc(), SignIn.id)).all()


def end_sign_in(database: Database, account_id: str, sign_in_id: str, now: datetime) -> None:
    """Sign out one browser of the account; one that is signed out already, or another's, stays as it is."""
    with database.session() as session:
        wanted = delete(SignIn).where(SignIn.id == sign_in_id, SignIn.account_id == account_id).returning(SignIn.id)
        if session.scalar(wanted):
            record(session, now, account_id, "sign-in.ended", sign_in_id)


def end_every_sign_in(database: Database, account_id: str, now: datetime) -> None:
    """Sign the account out everywhere."""
    with database.session() as session:
        end_all_sign_ins(session, account_id)
        record(session, now, account_id, "sign-in.all-ended", account_id)


def end_all_sign_ins(session: Session, account_id: str) -> None:
    """The same as part of something larger."""
    session.execute(delete(SignIn).where(SignIn.account_id == account_id))
