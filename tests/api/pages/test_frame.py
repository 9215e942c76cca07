"""Around the content: the ways to the other pages, the other language, and the index that answers."""

from pathlib import Path

from fastapi.testclient import TestClient

from api.pages.frame import FOOTER, HEADER
from tests.api.conftest import make_app
from tests.api.pages.read_page import read_page


def test_the_page_itself_is_marked_among_the_links(client: TestClient) -> None:
    page = read_page(client.get("/sok", params={"q": "snatteri"}).text)
    (here,) = [link for link in page.all("a") if link.attributes.get("aria-current") == "page"]
    assert (here.text, here.attributes["href"]) == ("Sök", "/sok")


def test_every_way_that_is_shown_leads_to_a_page(client: TestClient) -> None:
    ways = set(read_page(client.get("/").text).links()) & {*HEADER, *FOOTER}
    assert {"/sok", "/matcha"} <= ways
    assert {way: client.get(way).status_code for way in ways} == dict.fromkeys(ways, 200)


def test_the_index_that_answers_is_named_below(client: TestClient) -> None:
    snapshot = client.get("/v1/snapshot").json()["id"]
    assert snapshot in read_page(client.get("/").text).all("footer")[0].text


def test_without_an_index_the_frame_stands(tmp_path: Path) -> None:
    answer = TestClient(make_app(tmp_path)).get("/sok?q=snatteri", headers={"accept": "text/html"})
    assert answer.status_code == 503
    assert read_page(answer.text).all("footer")[0].text.count("index") == 0
