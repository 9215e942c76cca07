"""Around the content: the ways to the other pages, the other language, and the index that answers."""

from pathlib import Path

from fastapi.testclient import TestClient

from api.pages.frame.frame import FOOTER, HEADER
from tests.api.conftest import make_app
from tests.api.pages.read_page import read_page


def test_the_page_itself_is_marked_among_the_links(client: TestClient) -> None:
    page = read_page(client.get("/sok", params={"q": "snatteri"}).text)
    marked = [link for link in page.all("a") if link.attributes.get("aria-current") == "page"]
    assert (marked[0].text, marked[0].attributes["href"]) == ("Sök", "/sok")
    assert not {link.attributes["href"] for link in marked[1:]} & {*HEADER, *FOOTER}


def test_every_way_that_is_shown_leads_to_a_page(client: TestClient) -> None:
    ways = set(read_page(client.get("/").text).links()) & {*HEADER, *FOOTER}
    assert {"/sok", "/matcha"} <= ways
    assert {way: client.get(way).status_code for way in ways} == dict.fromkeys(ways, 200)


def test_the_index_that_answers_is_named_below(client: TestClient) -> None:
    snapshot = client.get("/v1/snapshot").json()["id"]
    assert snapshot in read_page(client.get("/").text).all("footer")[0].text


def test_a_page_tells_its_own_address_without_what_was_searched_for(client: TestClient) -> None:
    page = read_page(client.get("/sok", params={"q": "snatteri"}).text)
    links = {link.attributes["rel"]: link.attributes["href"] for link in page.all("link")}
    assert links["canonical"] == "http://testserver/sok"
    assert (links["search"], links["alternate"]) == ("/opensearch.xml", "/nytt.rss")
    named = {
        meta.attributes["property"]: meta.attributes["content"]
        for meta in page.all("meta")
        if "property" in meta.attributes
    }
    assert named["og:url"] == "http://testserver/sok"
    assert named["og:title"] == page.all("title")[0].text
    assert (named["og:type"], named["og:locale"]) == ("website", "sv_SE")


def test_a_document_is_told_by_its_summary(client: TestClient) -> None:
    page = read_page(client.get("/vagledning/sspf").text)
    summary = client.get("/v1/guidance/sspf").json()["summary"]
    told = [meta.attributes for meta in page.all("meta")]
    assert {"name": "description", "content": summary} in told
    assert {"property": "og:description", "content": summary} in told
    assert {"property": "og:type", "content": "article"} in told


def test_without_an_index_the_frame_stands(tmp_path: Path) -> None:
    answer = TestClient(make_app(tmp_path)).get("/sok?q=snatteri", headers={"accept": "text/html"})
    assert answer.status_code == 503
    assert read_page(answer.text).all("footer")[0].text.count("index") == 0
