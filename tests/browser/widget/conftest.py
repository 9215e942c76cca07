"""The widget as a webmaster embeds it: on a page of another site, by the two lines that the service gives."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Page

from api.widget.bundle import build_bundle
from api.widget.embed import Embedding, write_embedding
from tests.browser.live_server import serve
from tests.browser.open_pages import TIMEOUT_MS, NewPage
from tests.browser.widget.host_pages import HostPage, HostPages

Embed = Callable[..., str]
"""Makes a page of another site with the widget on it; returns its address."""


@pytest.fixture(scope="session")
def _host() -> Iterator[tuple[HostPages, str]]:
    pages = HostPages()
    app = FastAPI(openapi_url=None)
    app.mount("/", pages)
    with serve(app) as origin:
        yield pages, origin.replace("127.0.0.1", "localhost")  # another site than that of the service


@pytest.fixture(scope="session")
def embedding(site: str) -> Embedding:
    """The two lines of the live service."""
    return write_embedding(build_bundle().script, site, "sv")


@pytest.fixture(scope="session")
def embed(_host: tuple[HostPages, str], embedding: Embedding) -> Embed:
    """Make a page with the two lines, attributes added to the element, and whatever else a HostPage has."""
    pages, origin = _host

    def make(attributes: str = "", html: str = "", **fields: str) -> str:
        element = embedding.element_line.replace("<kb-search ", f"<kb-search {attributes} ", 1)
        page = HostPage(embedding.script_line + element + html)
        return origin + pages.add(replace(page, **fields))

    return make


@pytest.fixture
def widget_page(new_page: NewPage, embed: Embed) -> Page:
    """A page of another site with the widget; nothing in it may give the browser cause to complain."""
    page = new_page()
    page.goto(embed())
    return page


@pytest.fixture
def unwatched_page(browser: Browser, site: str) -> Iterator[Page]:
    """A page on which things are meant to go wrong."""
    with browser.new_context(base_url=site, locale="sv-SE") as context:
        context.set_default_timeout(TIMEOUT_MS)
        yield context.new_page()
