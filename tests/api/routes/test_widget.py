"""The widget's files as they are served, and the keys that searches from other sites' pages may need."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from api.widget.bundle import build_bundle
from api.widget.releases import LATEST

INTRANET = {"origin": "https://intranet.example.se"}


def test_a_version_is_kept_by_browsers_for_a_year(client: TestClient) -> None:
    for file in build_bundle().files:
        answer = client.get(f"/widget/{file.name}")
        assert answer.content == file.content
        assert answer.headers["content-type"].split(";")[0] == file.media_type
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_the_latest_is_kept_for_an_hour(client: TestClient) -> None:
    answer = client.get(f"/widget/{LATEST}")
    assert answer.content == build_bundle().script.content
    assert answer.headers["cache-control"] == "public, max-age=3600"


@pytest.mark.parametrize("name", ["kb-search.000000000000.js", "kb-search.css", "kb-search.%2e%2e"])
def test_a_version_that_is_not_there_is_404(client: TestClient, name: str) -> None:
    assert client.get(f"/widget/{name}").status_code == 404


def test_earlier_versions_are_served_from_the_folder_where_they_are_kept(tmp_path: Path) -> None:
    kept = tmp_path / "widget"
    kept.mkdir()
    (kept / "kb-search.111111111111.js").write_text("1;")
    client = TestClient(create_app(Settings(snapshots=tmp_path, widget_files=kept)))
    assert client.get("/widget/kb-search.111111111111.js").text == "1;"
    assert {file.name for file in build_bundle().files} < {path.name for path in kept.iterdir()}


@pytest.fixture
def keyed(snapshots: Path) -> TestClient:
    """A service that has given out one key."""
    return TestClient(create_app(Settings(snapshots=snapshots, widget_keys=frozenset({"alvdala"}))))


def test_a_page_needs_its_key_once_keys_are_given_out(keyed: TestClient) -> None:
    assert keyed.get("/v1/search?q=klotter&key=alvdala", headers=INTRANET).status_code == 200
    for query in ("q=klotter", "q=klotter&key=annan"):
        answer = keyed.get(f"/v1/search?{query}", headers={**INTRANET, "accept-language": "en"})
        assert answer.status_code == 403
        assert answer.json()["title"] == "The key of the search box is not valid"
        assert answer.headers["access-control-allow-origin"] == "*"
    assert keyed.get("/v1/search?q=klotter").status_code == 200


def test_a_key_is_taken_where_none_is_asked_for(client: TestClient) -> None:
    assert client.get("/v1/search?q=klotter&key=alvdala", headers=INTRANET).status_code == 200
