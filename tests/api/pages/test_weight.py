"""A page is light: all CSS and script of one, packed as they are sent, are at most 60 kB."""

import gzip
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.api.pages.read_page import read_page

MAX_BYTES = 60_000
PAGES = ("/", "/sok?q=snatteri", "/matcha", "/vagledning/sspf", "/problemomrade/nyrekrytering", "/om", "/rangordning")
DESIGN_BYTES = 26_500
"""Of the design system's CSS, packed, where `make assets` has not been run: its size must not hide ours."""


@pytest.mark.parametrize("path", PAGES)
def test_the_styles_and_scripts_of_a_page_are_light(client: TestClient, path: str) -> None:
    page = read_page(client.get(path).text)
    loaded = [script.attributes["src"] for script in page.all("script") if "src" in script.attributes]
    loaded += [link.attributes["href"] for link in page.all("link") if link.attributes.get("rel") == "stylesheet"]
    size = sum(len(gzip.compress(client.get(address).content, 6)) for address in loaded)
    missing = 0 if any("/vendor/" in address for address in loaded) else DESIGN_BYTES
    assert size + missing <= MAX_BYTES


def test_files_are_sent_packed(client: TestClient) -> None:
    (address,) = [link for link in _styles(client) if "site.css" in link]
    answer = client.get(address, headers={"accept-encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"


def test_the_styles_that_are_written_here_stand_in_the_order_of_the_cascade(client: TestClient) -> None:
    names = [Path(address.split("?")[0]).name for address in _styles(client)]
    assert names[0] == "site.css"
    assert names[-1] == "print.css"


def _styles(client: TestClient) -> list[str]:
    links = read_page(client.get("/").text).all("link")
    return [link.attributes["href"] for link in links if link.attributes.get("rel") == "stylesheet"]
