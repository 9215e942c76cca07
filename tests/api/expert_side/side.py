"""The service over the shipped content with a database of its own, and browsers at it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.access.cookies import SIGN_IN_COOKIE
from api.access.csrf import CSRF_HEADER
from api.store.accounts import Role
from api.store.database import Database
from tests.api.signed_in import token_of
from tests.fakes.clock import SetClock
from tests.fakes.moments import SetMoments
from tests.store import database_in, make_account, make_sign_in

SLUG = "tranemo-est"
OTHER = "barnafrid-vald-mot-barn"
ADDRESS = "trygghet@tranemo.example.se"
SCOPES: dict[Role, tuple[str, str]] = {
    "expert": ("expert", SLUG),
    "advisor": ("county", "14"),
    "editor": ("all", ""),
    "coordinator": ("municipality", "1490"),
    "administrator": ("all", ""),
}


@dataclass(slots=True)
class Side:
    """client : at the service, signed in to nothing; day, moments : its clocks"""

    client: TestClient
    day: SetClock
    moments: SetMoments
    ids: dict[str, str] = field(default_factory=dict)

    @property
    def database(self) -> Database:
        return database_in(self.client)

    @property
    def app(self) -> FastAPI:
        app = self.client.app
        assert isinstance(app, FastAPI)
        return app

    def move(self, by: timedelta) -> None:
        """Both clocks."""
        self.moments.move(by)
        self.day.day = self.moments.moment.date()

    def browse(self, role: Role | None = None, address: str = "", code: str = "", **headers: str) -> TestClient:
        """A new browser, signed in as a new account of the role; of no account without one."""
        browser = TestClient(self.client.app, headers={"accept": "text/html", **headers})
        if role:
            kind, usual = SCOPES[role]
            email = address or f"{role}@example.se"
            account = make_account(self.database, email, role, scope_kind=kind, scope_code=code or usual)
            cookie = make_sign_in(self.database, account, self.moments.moment)
            self.ids[email] = account
            browser.cookies.set(SIGN_IN_COOKIE, cookie)
            browser.headers[CSRF_HEADER] = token_of(self.database, cookie)
        return browser

    def program(self, role: Role, **changed: Any) -> TestClient:
        """The same as a program, which asks for JSON."""
        return self.browse(role, **changed, accept="application/json")

    def follow(self, fetch: Callable[[str], bytes]) -> None:
        """Have calendars answer so."""
        self.app.state.fetch_feed = fetch
