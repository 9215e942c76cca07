"""A service with a small index, and browsers of advisors of a county and of the whole country."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.store.database import Database
from kb.embedding.embedder import Embedder
from tests.api.case_service import make_browser, run_service
from tests.api.national_index import publish_national
from tests.fakes.moments import SetMoments
from tests.store import database_in


@pytest.fixture(scope="session")
def national_index(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    return publish_national(tmp_path_factory.mktemp("national") / "snapshots", embedder)


@pytest.fixture
def service(national_index: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A browser that is signed in to nothing."""
    with run_service(national_index, tmp_path / "state", SetMoments()) as client:
        yield client


@pytest.fixture
def stored(service: TestClient) -> Database:
    return database_in(service)


@pytest.fixture
def bra(service: TestClient) -> TestClient:
    """The browser of an advisor of the whole country."""
    return make_browser(service, "b@bra.example.se", "advisor", "all", "")


@pytest.fixture
def rut(service: TestClient) -> TestClient:
    """The browser of an advisor of the county of Borås and Göteborg."""
    return make_browser(service, "rut@lst.example.se", "advisor", "county", "14")
