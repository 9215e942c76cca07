"""Links that sign in once, within half an hour. The database has their hash alone."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from api.access.errors import LinkExpired
from api.access.token import hash_token, new_token
from api.accounts.find_account import find_account
from api.accounts.sign_ins import begin_sign_in
from api.store.accounts import Account, SignInLink
from api.store.database import Database

LINK_LASTS = timedelta(minutes=30)
LINK_PATH = "/logga-in/lank/"


def make_link(database: Database, address: str, now: datetime) -> str | None:
    """The path of a new link for the account with the address; None when there is none that may sign in."""
    with database.session() as session:
        session.execute(delete(SignInLink).where(SignInLink.expires <= now))
        account = find_account(session, database.vault, address)
        if account is None or account.disabled:
            return None
        token = new_token()
        link = SignInLink(token_hash=hash_token(token), account_id=account.id, created=now, expires=now + LINK_LASTS)
        session.add(link)
    return LINK_PATH + token


def whose_link(database: Database, token: str, now: datetime) -> str:
    """The address of the account that the link signs in. It stays unused: scanners of mail open links too.

    Raises
    ------
    LinkExpired : it has been used, is too old, or was never given out
    """
    with database.reading() as session:
        address = session.scalar(
            select(Account.email)
            .join(SignInLink, SignInLink.account_id == Account.id)
            .where(SignInLink.token_hash == hash_token(token), SignInLink.used.is_(None), SignInLink.expires > now)
            .where(Account.disabled.is_(None))
        )
    if address is None:
        raise _expired()
    return address


def use_link(database: Database, token: str, now: datetime) -> str:
    """What the cookie of the browser that used the link holds.

    Raises
    ------
    LinkExpired : it has been used, is too old, or was never given out
    """
    with database.session() as session:
        return begin_sign_in(session, _spend(session, token, now), now)


def _spend(session: Session, token: str, now: datetime) -> str:
    """The account of the link; in one statement, so that of two that use it at once one does."""
    account_id: str | None = session.scalar(
        update(SignInLink)
        .where(SignInLink.token_hash == hash_token(token), SignInLink.used.is_(None), SignInLink.expires > now)
        .values(used=now)
        .returning(SignInLink.account_id)
    )
    if account_id is None:
        raise _expired()
    return account_id


def _expired() -> LinkExpired:
    return LinkExpired("the link has been used or is older than 30 minutes; ask for a new one at /logga-in")
