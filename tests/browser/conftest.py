"""One server and one browser for all tests of this folder; a page of its own for each test."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from api.languages import Language, load_strings
from kb.embedding.embedder import Embedder
from tests.api.conftest import make_app
from tests.browser.chromium import launch_chromium
from tests.browser.live_server import serve
from tests.browser.open_pages import NewPage, open_pages
from tests.browser.visitor import LOCALES, Visitor
from tests.builders import TODAY
from tests.fakes.clock import SetClock

HERE = Path(__file__).parent
VISITORS: dict[str, tuple[Language, bool]] = {
    "Swedish, no script": ("sv", False),
    "English, script": ("en", True),
}
"""What the main paths are walked with: the language, and whether the browser runs scripts."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder bears the mark: pytest -m 'not browser' leaves them out."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def _site_clock() -> SetClock:
    return SetClock()


@pytest.fixture
def clock(_site_clock: SetClock) -> Iterator[SetClock]:
    """The clock of the site, for a test to set; put back afterwards."""
    yield _site_clock
    _site_clock.day = TODAY


@pytest.fixture(scope="session")
def site(demo_snapshots: Path, embedder: Embedder, _site_clock: SetClock) -> Iterator[str]:
    """The origin of the service as a demonstration, on the day TODAY unless the test sets the clock.

    It has all that the shipped content has, and calendars, and the marks of what is made up.
    """
    with _serve(demo_snapshots, embedder, _site_clock) as origin:
        yield origin


@pytest.fixture(scope="session")
def lasting_site(lasting_snapshots: Path, embedder: Embedder, _site_clock: SetClock) -> Iterator[str]:
    """The same site, with experts whose publications do not run out."""
    with _serve(lasting_snapshots, embedder, _site_clock) as origin:
        yield origin


def _serve(snapshots: Path, embedder: Embedder, clock: SetClock) -> AbstractContextManager[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("api.app.load_embedder", lambda _: embedder)  # read once for all tests
        return serve(make_app(snapshots, clock, demo=True))


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium. Not for the whole session: while Playwright runs, no other test can run an event loop."""
    with sync_playwright() as playwright:
        browser = launch_chromium(playwright)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser: Browser, site: str) -> Iterator[NewPage]:
    """Make pages; once the test is over, whatever the browser complained of in them fails it."""
    with open_pages(browser, site) as make:
        yield make


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page in Swedish, with script."""
    return new_page()


@pytest.fixture
def page_without_script(new_page: NewPage) -> Page:
    """A page in Swedish, in a browser that runs no script."""
    return new_page(java_script_enabled=False)


@pytest.fixture(params=VISITORS)
def visitor(request: pytest.FixtureRequest, new_page: NewPage) -> Visitor:
    """Each of VISITORS in turn, who has opened nothing yet."""
    language, has_script = VISITORS[request.param]
    page = new_page(LOCALES[language], java_script_enabled=has_script)
    return Visitor(page, load_strings(language))
