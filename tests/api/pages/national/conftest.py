"""A service with a small index, figures of needs that are out, and browsers of advisors and of an editor."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.store.database import Database
from api.store.national.needs import let_out
from kb.embedding.embedder import Embedder
from kb.national.needs.figures import ANY, Figure
from tests.api.case_service import make_browser, run_service
from tests.api.national_index import publish_national
from tests.fakes.moments import NOON, SetMoments
from tests.store import database_in

FIGURES: Mapping[str, Mapping[Figure, int]] = {
    "2025": {
        Figure("all", "klotter"): 31,
        Figure("county", "klotter", "14"): 17,
        Figure("size", "klotter", "s100"): 6,
        Figure("half", "klotter", "h1"): 12,
        Figure("all", ANY): 40,
    },
    "2026-h1": {Figure("half", "klotter", "h1"): 9},
}


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
    """With the figures of a year and of a half-year out."""
    database = database_in(service)
    for period, figures in FIGURES.items():
        with database.session() as session:
            let_out(session, period, figures, NOON)
    return database


@pytest.fixture
def bra(service: TestClient) -> TestClient:
    """The browser of an advisor of the whole country."""
    return make_browser(service, "b@bra.example.se", "advisor", "all", "")


@pytest.fixture
def rut(service: TestClient) -> TestClient:
    """The browser of an advisor of the county of Borås and Göteborg."""
    return make_browser(service, "rut@lst.example.se", "advisor", "county", "14")


@pytest.fixture
def editor(service: TestClient) -> TestClient:
    return make_browser(service, "red@bra.example.se", "editor", "all", "")
