"""A service over the shipped content, with an advisor and cases at her desk."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from api.store.cases.create_case import AskedProblem, create_case
from kb.documents import Period
from tests.api.conftest import make_app
from tests.api.signed_in import sign_in
from tests.api.store.cases.asked import make_asked
from tests.fakes.moments import NOON
from tests.store import database_in

COUNTY = "14"
MARCH = Period(date(2027, 3, 1), date(2027, 5, 31))


@contextmanager
def open_desk(snapshots: Path, state: Path, accept: str) -> Iterator[TestClient]:
    """A client of the service that is signed in as the county's advisor, with the token of its forms."""
    with TestClient(make_app(snapshots, state=state), headers={"accept": accept}) as client:
        sign_in(client, "r@lst.example.se", "advisor", scope_kind="county", scope_code=COUNTY)
        yield client


def add_case(client: TestClient, area: str = "narkotika", words: str = "", **changed: Any) -> str:
    """The id of a new case of a municipality of the county."""
    asked = make_asked(**{"problems": (AskedProblem(area, words),), "period": MARCH, **changed})
    with database_in(client).session() as session:
        return create_case(session, asked, "a" * 32, NOON)
