"""Keys of widgets, met at the search: bound to the site whose pages use them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.accounts.keys import create_key, revoke_key
from tests.api.conftest import make_app
from tests.fakes.moments import NOON
from tests.store import database_in

SITE = {"origin": "https://intranet.example.se"}
OTHER = {"origin": "https://other.example.se"}


@pytest.fixture
def service(tmp_path: Path) -> Iterator[TestClient]:
    """A service without an index: a search that is let in is answered 503, one that is not 403."""
    with TestClient(
        make_app(tmp_path / "snapshots", state=tmp_path / "state"), raise_server_exceptions=False
    ) as client:
        yield client


def _search(service: TestClient, headers: dict[str, str], key: str = "") -> bool:
    """Whether the search is let in."""
    return service.get("/v1/search", params={"q": "klotter", "key": key}, headers=headers).status_code != 403


def test_until_a_key_is_given_out_none_is_asked_for(service: TestClient) -> None:
    assert _search(service, OTHER)
    assert _search(service, OTHER, "anything")


def test_a_key_is_for_pages_of_its_site(service: TestClient) -> None:
    key, shown = create_key(database_in(service), "x", "widget", SITE["origin"], NOON)
    assert _search(service, SITE, shown)
    assert not _search(service, OTHER, shown)
    assert not _search(service, OTHER)
    assert not _search(service, SITE, "made-up")
    create_key(database_in(service), "another", "widget", "*", NOON)
    revoke_key(database_in(service), key.id, NOON)
    assert not _search(service, SITE, shown)


def test_the_service_itself_and_programs_need_none(service: TestClient) -> None:
    create_key(database_in(service), "x", "widget", SITE["origin"], NOON)
    assert _search(service, {})
