"""The service with a mail server, and a database of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.store.database import Database
from tests.api.conftest import make_app
from tests.fakes.moments import SetMoments
from tests.mail import Mailbox
from tests.store import database_in


@pytest.fixture
def moments() -> SetMoments:
    return SetMoments()


@pytest.fixture
def service(tmp_path: Path, mailbox: Mailbox, moments: SetMoments) -> Iterator[TestClient]:
    """A browser at a service without an index, which accounts need none of, signed in to nothing."""
    app = make_app(tmp_path / "snapshots", now=moments, state=tmp_path / "state", mail_server=mailbox.url)
    with TestClient(app, headers={"accept": "text/html"}) as client:
        yield client


@pytest.fixture
def stored(service: TestClient) -> Database:
    """What the service has stored."""
    return database_in(service)
