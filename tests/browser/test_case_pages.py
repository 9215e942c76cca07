"""The pages of cases and of experts' own side, whoever opens them: axe, contrast in the dark, keys, narrow windows."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from api.access.cookies import SIGN_IN_COOKIE
from api.store.database import Database
from kb.embedding.embedder import Embedder
from tests.api.case_service import publish_small
from tests.api.conftest import make_app
from tests.api.signed_in_pages import ADVISOR, ASKER, Reader, save_what_is_shown
from tests.browser.accessibility import find_violations
from tests.browser.in_page import ask_page
from tests.browser.keyboard import walk_with_tab
from tests.browser.layout import find_misfits, spaced_text
from tests.browser.live_server import serve
from tests.browser.open_pages import NewPage, open_pages
from tests.browser.visitor import LOCALES
from tests.store import make_account, make_sign_in

DESKTOP: ViewportSize = {"width": 1280, "height": 900}


@dataclass(frozen=True, slots=True)
class Site:
    """pages : who reads which path"""

    origin: str
    database: Database
    pages: list[tuple[Reader | None, str]]

    def sign_in(self, page: Page, reader: Reader) -> None:
        account = make_account(
            self.database,
            f"{reader.role}-{reader.code}-{id(page)}@example.se",
            reader.role,
            scope_kind=reader.kind,
            scope_code=reader.code,
        )
        token = make_sign_in(self.database, account)
        page.context.add_cookies([{"name": SIGN_IN_COOKIE, "value": token, "url": self.origin}])


@pytest.fixture(scope="module")
def site_of_cases(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("case-pages")
    snapshots = publish_small(folder / "snapshots", embedder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("api.app.load_embedder", lambda _: embedder)
        app = make_app(snapshots, state=folder / "state")
    with serve(app) as origin:
        database: Database = app.state.database
        yield Site(origin, database, save_what_is_shown(database))


@pytest.fixture
def new_page(browser: Browser, site_of_cases: Site) -> Iterator[NewPage]:
    with open_pages(browser, site_of_cases.origin) as make:
        yield make


@pytest.mark.timeout(600)
@pytest.mark.parametrize("locale", LOCALES.values())
def test_no_page_has_a_fault(new_page: NewPage, site_of_cases: Site, locale: str) -> None:
    faults: list[str] = []
    for reader in dict.fromkeys(reader for reader, _ in site_of_cases.pages):
        page = new_page(locale, viewport=DESKTOP)
        if reader:
            site_of_cases.sign_in(page, reader)
        for path in [path for of, path in site_of_cases.pages if of == reader]:
            page.goto(path)
            faults += [f"{path}: {fault}" for fault in _find_faults(page)]
    assert faults == []


@pytest.mark.parametrize("locale", LOCALES.values())
@pytest.mark.parametrize("reader", [ASKER, ADVISOR])
def test_the_ways_of_the_header_stand_in_one_line_from_1000_px(
    new_page: NewPage, site_of_cases: Site, locale: str, reader: Reader
) -> None:
    page = new_page(locale)
    site_of_cases.sign_in(page, reader)
    page.goto("/konto")
    for width in (1000, 1100, 1280, 1600):
        page.set_viewport_size({"width": width, "height": 800})
        assert ask_page(page, "lines", ".site-name, .site-nav li, .site-language") == 1, width


def _find_faults(page: Page) -> Iterator[str]:
    yield from find_violations(page)
    walk = walk_with_tab(page)
    yield from (f"not reached: {one}" for one in walk.unreached)
    yield from (f"not seen: {one}" for one in walk.unseen)
    with spaced_text(page):
        yield from find_misfits(page)
    page.emulate_media(color_scheme="dark")
    yield from find_violations(page, "cat.color")
    page.emulate_media(color_scheme="null")
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        yield from find_misfits(page)
    page.set_viewport_size(DESKTOP)
