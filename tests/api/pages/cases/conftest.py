"""A service with a small index, and browsers at it: of a municipality, of advisors, of an expert."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.store.database import Database
from kb.embedding.embedder import Embedder
from tests.api.case_service import make_browser, publish_small, run_service
from tests.api.store.cases.made import make_case
from tests.fakes.moments import SetMoments
from tests.mail import Mailbox
from tests.store import database_in


@pytest.fixture(scope="session")
def small_index(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    return publish_small(tmp_path_factory.mktemp("cases") / "snapshots", embedder)


@pytest.fixture
def moments() -> SetMoments:
    return SetMoments()


@pytest.fixture
def service(small_index: Path, tmp_path: Path, moments: SetMoments, mailbox: Mailbox) -> Iterator[TestClient]:
    """A browser at a service that sends mail, signed in to nothing."""
    mail = {"mail_server": mailbox.url, "case_mail": "arenden@example.se"}
    with run_service(small_index, tmp_path / "state", moments, public_url="https://stod.example.se", **mail) as client:
        yield client


@pytest.fixture
def stored(service: TestClient) -> Database:
    return database_in(service)


@pytest.fixture
def anna(service: TestClient) -> TestClient:
    """The coordinator's browser."""
    return make_browser(service, "anna@alvdala.example.se")


@pytest.fixture
def rut(service: TestClient) -> TestClient:
    """The browser of an advisor of the county."""
    return make_browser(service, "rut@lst.example.se", "advisor", "county", "14")


@pytest.fixture
def case_id(stored: Database) -> str:
    """A new case of the coordinator's municipality."""
    return make_case(stored)


@pytest.fixture
def here(case_id: str) -> str:
    """The address of the case."""
    return f"/arenden/{case_id}"
