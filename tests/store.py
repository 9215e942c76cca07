"""What tests save in: a database of their own on each of the two engines, and accounts in it."""

from datetime import datetime, timedelta
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.access.addresses import print_address
from api.access.token import hash_token, new_token
from api.store.accounts import Account, Role, ScopeKind, SignIn
from api.store.base import new_id
from api.store.database import Database
from tests.fakes.moments import NOON

EMAIL = "samordnare@alvdala.example.se"


def database_in(client: TestClient) -> Database:
    """The database of the service that the client asks."""
    app = client.app
    assert isinstance(app, FastAPI)
    database: Database = app.state.database
    return database


def make_account(database: Database, email: str = EMAIL, role: Role = "coordinator", **changed: Any) -> str:
    """The id of a new account, of the municipality 1490 unless another scope is given."""
    kind: ScopeKind = "municipality"
    fields: dict[str, Any] = {"scope_kind": kind, "scope_code": "1490", "created": NOON, **changed}
    account = Account(id=new_id(), email=email, email_print=print_address(database.vault, email), role=role, **fields)
    with database.session() as session:
        session.add(account)
    return account.id


def make_sign_in(database: Database, account_id: str, now: datetime = NOON) -> str:
    """The value of the cookie of a browser that has just signed in."""
    token = new_token()
    sign_in = SignIn(
        id=new_id(),
        account_id=account_id,
        token_hash=hash_token(token),
        created=now,
        seen=now,
        expires=now + timedelta(days=14),
    )
    with database.session() as session:
        session.add(sign_in)
    return token
