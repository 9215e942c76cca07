"""One server and one browser for all tests of this folder; a page of its own for each test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kb.embedding.embedder import Embedder
from tests.api.conftest import make_app
from tests.browser.chromium import launch_chromium
from tests.browser.faults import watch_faults
from tests.browser.live_server import serve

HERE = Path(__file__).parent
TIMEOUT_MS = 15_000
"""How long a test waits for what a page should show, before it fails."""

NewPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder bears the mark: pytest -m 'not browser' leaves them out."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(snapshots: Path, embedder: Embedder) -> Iterator[str]:
    """The origin of the service over the shipped content, on the day TODAY."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("api.app.load_embedder", lambda _: embedder)  # read once for all tests
        app = make_app(snapshots)
    with serve(app) as origin:
        yield origin


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium. Not for the whole session: while Playwright runs, no other test can run an event loop."""
    with sync_playwright() as playwright:
        browser = launch_chromium(playwright)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser: Browser, site: str) -> Iterator[NewPage]:
    """Make a page with the settings of a browser context (Swedish unless a locale is given).

    Once the test is over, whatever a browser complained of in its pages fails it.
    """
    yield from _make_pages(browser, site)


@pytest.fixture(scope="module")
def module_page(browser: Browser, site: str) -> Iterator[NewPage]:
    """As new_page, for pages that the tests of a module share."""
    yield from _make_pages(browser, site)


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page in Swedish, with script."""
    return new_page()


@pytest.fixture
def page_without_script(new_page: NewPage) -> Page:
    """A page in Swedish, in a browser that runs no script."""
    return new_page(java_script_enabled=False)


def _make_pages(browser: Browser, site: str) -> Iterator[NewPage]:
    opened = []

    def make(locale: str = "sv-SE", **settings: Any) -> Page:
        context = browser.new_context(base_url=site, locale=locale, **settings)
        context.set_default_timeout(TIMEOUT_MS)
        opened.append((context, watch_faults(context)))
        return context.new_page()

    yield make
    for context, _ in opened:
        context.close()
    complaints = [fault for _, faults in opened for fault in faults]
    assert not complaints, "\n".join(complaints)
