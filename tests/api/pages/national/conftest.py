"""A service with a small index, and browsers of advisors of a county and of the whole country."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.store.database import Database
from kb.embedding.embedder import Embedder
from kb.registers import AreaClass, PoliceArea
from tests.api.case_service import make_browser, publish_small, run_service
from tests.fakes.moments import SetMoments
from tests.store import database_in

LISTED: tuple[tuple[str, AreaClass, int], ...] = (
    ("Norrby", "särskilt utsatt", 2025),
    ("Hulta", "utsatt", 2025),
    ("Alby", "riskområde", 2023),
    ("Brunn", "riskområde", 2023),
    ("Dal", "riskområde", 2023),
)
"""Areas of Borås: it has two on the newest list and had three on the one before."""


@pytest.fixture(scope="session")
def national_index(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    areas = tuple(
        PoliceArea(name=name, area_class=area_class, municipality_code="1490", list_year=year, is_derived=False)
        for name, area_class, year in LISTED
    )
    return publish_small(tmp_path_factory.mktemp("national") / "snapshots", embedder, areas)


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
