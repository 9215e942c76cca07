"""A client signed in as a program that has read the token of its forms."""

from typing import Any

from fastapi.testclient import TestClient

from api.access.cookies import SIGN_IN_COOKIE
from api.access.csrf import CSRF_HEADER
from api.store.accounts import Role
from api.store.database import Database
from tests.store import EMAIL, database_in, make_account, make_sign_in


def sign_in(client: TestClient, email: str = EMAIL, role: Role = "coordinator", **changed: Any) -> str:
    """The id of the new account that every request of the client is of from now on, with its token."""
    database = database_in(client)
    account_id = make_account(database, email, role, **changed)
    cookie = make_sign_in(database, account_id)
    client.cookies.set(SIGN_IN_COOKIE, cookie)
    client.headers[CSRF_HEADER] = token_of(database, cookie)
    return account_id


def token_of(database: Database, cookie: str) -> str:
    """What a form of the browser with the cookie carries."""
    return database.vault.print_of("csrf", cookie)
