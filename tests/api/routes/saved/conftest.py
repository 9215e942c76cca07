"""A coordinator's program at a service with a saved plan."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import make_app
from tests.api.signed_in import sign_in
from tests.api.whole_plan import WholePlan, save_whole_plan
from tests.store import database_in


@pytest.fixture
def service(tmp_path: Path) -> Iterator[TestClient]:
    """Signed in, with the token of its forms in every request."""
    with TestClient(make_app(tmp_path / "snapshots", state=tmp_path / "state")) as client:
        sign_in(client)
        yield client


@pytest.fixture
def plan(service: TestClient) -> WholePlan:
    return save_whole_plan(database_in(service))


@pytest.fixture
def here(plan: WholePlan) -> str:
    """The address of the plan."""
    return f"/v1/plans/{plan.id}"
