"""Pages of other sites may search and load the widget, and read nothing else of the service."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from api.widget.bundle import build_bundle

INTRANET = {"origin": "https://intranet.example.se"}
ALLOWED = "access-control-allow-origin"


@pytest.mark.parametrize(
    "path", ["/v1/search?q=klotter", f"/widget/{build_bundle().script.name}", f"/widget/{build_bundle().style.name}"]
)
def test_any_page_may_search_and_load_the_widget(client: TestClient, path: str) -> None:
    answer = client.get(path, headers=INTRANET)
    assert (answer.status_code, answer.headers[ALLOWED]) == (200, "*")
    assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize("path", ["/", "/v1/experts", "/v1/snapshot", "/v1/guidance/sspf", "/widget", "/sok?q=klotter"])
def test_no_page_of_another_site_may_read_the_rest(client: TestClient, path: str) -> None:
    answer = client.get(path, headers=INTRANET)
    assert answer.status_code == 200
    assert ALLOWED not in answer.headers


@pytest.mark.parametrize("query", ["?q=", "?q=klotter&settin=skola", "", f"?q={'a' * 2001}"])
def test_a_page_may_read_why_its_search_was_refused(client: TestClient, query: str) -> None:
    answer = client.get(f"/v1/search{query}", headers=INTRANET)
    assert (answer.status_code, answer.headers[ALLOWED]) == (422, "*")
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_browser_that_asks_first_may_get_and_not_post(client: TestClient) -> None:
    asked = {**INTRANET, "access-control-request-method": "GET"}
    assert client.options("/v1/search", headers=asked).status_code == 200
    assert client.options("/v1/search", headers={**asked, "access-control-request-method": "POST"}).status_code == 400
    assert ALLOWED not in client.options("/v1/match", headers=asked).headers


def test_a_service_may_name_the_sites_that_search(tmp_path: Path) -> None:
    client = TestClient(create_app(Settings(snapshots=tmp_path, widget_origins=("https://intranet.example.se",))))
    mine = client.get("/v1/search?q=x", headers=INTRANET)
    assert mine.headers[ALLOWED] == "https://intranet.example.se"
    assert mine.headers["vary"] == "Origin"
    assert ALLOWED not in client.get("/v1/search?q=x", headers={"origin": "https://annan.example.se"}).headers
    script = client.get(f"/widget/{build_bundle().script.name}", headers={"origin": "https://annan.example.se"})
    assert script.headers[ALLOWED] == "*"
