"""A service with a case, its advisor, its coordinator and a mail server."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.access.cookies import SIGN_IN_COOKIE
from api.access.csrf import CSRF_HEADER
from api.store.accounts import Role
from api.store.cases.create_case import create_case
from api.store.database import Database
from tests.api.conftest import make_app
from tests.api.signed_in import token_of
from tests.api.store.cases.asked import TOWN, make_asked
from tests.fakes.moments import NOON, SetMoments
from tests.mail import Mailbox
from tests.store import make_account, make_sign_in

EXPERT = "lidkoping-sspf"
Browse = Callable[..., TestClient]


@pytest.fixture
def moments() -> SetMoments:
    return SetMoments()


@pytest.fixture
def service(snapshots: Path, tmp_path: Path, moments: SetMoments, mailbox: Mailbox) -> Iterator[TestClient]:
    """A browser at the service, signed in to nothing."""
    app = make_app(
        snapshots,
        now=moments,
        today=lambda: moments().date(),
        state=tmp_path / "state",
        mail_server=mailbox.url,
        mail_from="till-handling@example.se",
        public_url="https://till-handling.example.se",
    )
    with TestClient(app, headers={"accept": "text/html"}) as client:
        yield client


@pytest.fixture
def stored(service: TestClient) -> Database:
    database: Database = service.app.state.database  # type: ignore[attr-defined]  # the client knows any ASGI app
    return database


@pytest.fixture
def browse(service: TestClient, stored: Database) -> Browse:
    """A new browser at the same service, signed in as a new account of the role; of no account without one.

    Its token stands in a header too, so that it is a program as well.
    """

    def browse(email: str = "", role: Role = "advisor", kind: str = "county", code: str = TOWN[:2]) -> TestClient:
        browser = TestClient(service.app, "https://till-handling.example.se", headers={"accept": "text/html"})
        if email:
            cookie = make_sign_in(stored, make_account(stored, email, role, scope_kind=kind, scope_code=code))
            browser.cookies.set(SIGN_IN_COOKIE, cookie)
            browser.headers[CSRF_HEADER] = token_of(stored, cookie)
        return browser

    return browse


@pytest.fixture
def advisor(browse: Browse) -> TestClient:
    """The browser of an advisor of the county."""
    return browse("rad@lst.example.se")


@pytest.fixture
def case_id(stored: Database) -> str:
    """A case that the coordinator has asked help with."""
    asker = make_account(stored, "anna@alvdala.example.se", "coordinator")
    with stored.session() as session:
        return create_case(session, make_asked(wish="Ring Anna Berg, 070-174 06 71, om SSPF."), asker, NOON)


@pytest.fixture
def here(case_id: str) -> str:
    """The address of the page of the case's experts."""
    return f"/arenden/{case_id}/experter"
