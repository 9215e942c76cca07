"""Search engines are led to every page, and kept from what is for programs or without end."""

from pathlib import Path
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as Xml

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.responses import HTMLResponse
from fastapi.testclient import TestClient

from api.app import create_app
from api.pages.feeds import sitemap
from api.pages.feeds.sitemap import NAMESPACE
from api.settings import Settings
from kb.search.searcher import Searcher


@pytest.fixture(scope="module")
def listed(client: TestClient) -> dict[str, str]:
    """Address -> day of change."""
    answer = client.get("/sitemap.xml")
    assert answer.headers["content-type"] == "application/xml"
    root = Xml.fromstring(answer.content)
    assert root.tag == f"{{{NAMESPACE}}}urlset"
    find = f"{{{NAMESPACE}}}%s"
    return {url.findtext(find % "loc", ""): url.findtext(find % "lastmod", "") for url in root}


def test_every_document_is_listed_with_its_review(listed: dict[str, str], searcher: Searcher) -> None:
    for slug, document in searcher.snapshot.guidance.items():
        assert listed[f"http://testserver/vagledning/{slug}"] == str(document.reviewed)
    for slug, area in searcher.snapshot.problem_areas.items():
        assert listed[f"http://testserver/problemomrade/{slug}"] == str(area.reviewed)


def test_the_pages_without_a_document_are_of_the_snapshots_day(listed: dict[str, str], searcher: Searcher) -> None:
    assert listed["http://testserver/"] == searcher.snapshot.manifest.created[:10]


def test_all_that_is_listed_can_be_read(listed: dict[str, str], client: TestClient) -> None:
    """Of the documents every tenth, which is enough to see that their addresses are right."""
    gathering = [url for url in listed if url.count("/") == 3]
    for url in (*gathering, *list(listed)[len(gathering) :: 10]):
        answer = client.get(url)
        assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8"), url


def test_what_is_for_programs_is_not_listed(listed: dict[str, str]) -> None:
    assert [url for url in listed if any(part in url for part in ("/v1/", ".xml", ".rss", ".txt", "/docs"))] == []


def test_the_addresses_are_public_ones(snapshots: Path) -> None:
    with TestClient(create_app(Settings(snapshots=snapshots, public_url="https://stod.example.se"))) as client:
        assert "<loc>https://stod.example.se/</loc>" in client.get("/sitemap.xml").text
        assert "Sitemap: https://stod.example.se/sitemap.xml\n" in client.get("/robots.txt").text


@pytest.mark.parametrize(
    ("path", "is_open"),
    [
        ("/", True),
        ("/vagledning/sspf", True),
        ("/nytt.rss", True),
        ("/sok?q=snatteri", False),
        ("/v1/search?q=snatteri", False),
        ("/forslag?q=snatt", False),
        ("/mcp", False),
    ],
)
def test_robots_read_pages_and_no_answers(client: TestClient, path: str, is_open: bool) -> None:
    answer = client.get("/robots.txt")
    assert answer.headers["content-type"].startswith("text/plain")
    rules = [line for line in answer.text.splitlines() if line != "Allow: /"]  # this parser takes the first that fits
    parser = RobotFileParser()
    parser.parse(rules)
    assert parser.can_fetch("*", f"http://testserver{path}") == is_open


def test_a_page_that_only_answers_a_form_is_closed_to_robots() -> None:
    pages = APIRouter(default_response_class=HTMLResponse)
    for path, method in (("/matcha", "GET"), ("/matcha", "POST"), ("/plan", "POST")):
        pages.add_api_route(path, lambda: "", methods=[method])
    app = FastAPI()
    app.include_router(sitemap.router)
    app.state.public_url = None
    app.state.page_routes = pages.routes
    rules = TestClient(app).get("/robots.txt").text.splitlines()
    assert "Disallow: /plan" in rules
    assert "Disallow: /matcha" not in rules
