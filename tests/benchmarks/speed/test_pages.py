"""The benchmark of the pages asks for pages that answer."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from benchmarks.speed.pages import PAGES, time_page
from tests.api.conftest import make_app


@pytest.fixture(scope="module")
def client(snapshots: Path) -> TestClient:
    return TestClient(make_app(snapshots))


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_timed_once_and_n_times_more(client: TestClient, path: str) -> None:
    assert len(time_page(client, path, 2)) == 1 + 2


def test_a_page_that_does_not_answer_is_no_measure(client: TestClient) -> None:
    with pytest.raises(ValueError, match="answered 404"):
        time_page(client, "/nope", 1)
