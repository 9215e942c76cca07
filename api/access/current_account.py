"""Who asks, by the cookie of the sign-in. Without one nothing is looked up."""

from datetime import datetime, timedelta

from fastapi import Request
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.access.cookies import SIGN_IN_COOKIE
from api.access.scope import Scope
from api.access.signed_in import SignedIn
from api.access.token import hash_token
from api.store.accounts import Account, SignIn
from api.store.database import Database

SEEN_AGAIN = timedelta(hours=1)
"""How old what is told of when a browser was last seen may be: not every page is worth a write."""


def database_of(request: Request) -> Database:
    """The database of the service that is asked."""
    database: Database = request.app.state.database
    return database


def now_of(request: Request) -> datetime:
    """This moment in UTC, as the service takes it."""
    now: datetime = request.app.state.now()
    return now


def current_account(request: Request) -> SignedIn | None:
    """Who is signed in, None for a visitor; looked up once a request.

    Raises
    ------
    StoreUnusable : there is a cookie, and no database to look it up in
    """
    token = request.cookies.get(SIGN_IN_COOKIE)
    if token is None:
        return None
    if not hasattr(request.state, "account"):
        request.state.account = find_signed_in(database_of(request), token, now_of(request))
    account: SignedIn | None = request.state.account
    return account


def find_signed_in(database: Database, token: str, now: datetime) -> SignedIn | None:
    """Whose sign-in the token is of; None when it has ended, or the account is disabled."""
    with database.reading() as session:
        found = _find(session, token, now)
    if found is None:
        return None
    sign_in, account = found
    if now - sign_in.seen >= SEEN_AGAIN:
        _see(database, sign_in.id, now)
    return SignedIn(
        id=account.id,
        sign_in_id=sign_in.id,
        email=account.email,
        role=account.role,
        scope=Scope(account.scope_kind, account.scope_code),
    )


def _find(session: Session, token: str, now: datetime) -> tuple[SignIn, Account] | None:
    wanted = (
        select(SignIn, Account)
        .join(Account, Account.id == SignIn.account_id)
        .where(SignIn.token_hash == hash_token(token), SignIn.expires > now, Account.disabled.is_(None))
    )
    row = session.execute(wanted).one_or_none()
    return row and (row[0], row[1])


def _see(database: Database, sign_in_id: str, now: datetime) -> None:
    with database.session() as session:
        if sign_in := session.get(SignIn, sign_in_id):
            sign_in.seen = now
