"""What do they need and what is missing, in a browser: for every look, without script, by keyboard, on paper."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, expect

from api.access.cookies import SIGN_IN_COOKIE
from api.store.database import Database
from api.store.national.needs import let_out
from api.store.national.use import UseOf, add_counts
from kb.embedding.embedder import Embedder
from kb.national.needs.figures import ANY, Figure
from tests.api.conftest import make_app
from tests.browser.accessibility import find_violations
from tests.browser.layout import find_misfits
from tests.browser.live_server import serve
from tests.browser.visitor import LOCALES
from tests.builders import TODAY
from tests.fakes.clock import SetClock
from tests.fakes.moments import NOON
from tests.store import make_account, make_sign_in

NEEDS, USE = "/nationellt/behov", "/nationellt/anvandning"
LOOKS: tuple[dict[str, Any], ...] = (
    {"viewport": {"width": 1280, "height": 900}},
    {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    {"viewport": {"width": 390, "height": 844}, "is_mobile": True},
)
FIGURES = {
    Figure("all", "nyrekrytering"): 61,
    Figure("county", "nyrekrytering", "12"): 17,
    Figure("county", "nyrekrytering", "14"): 9,
    Figure("all", "krogvald"): 14,
    Figure("all", ANY): 120,
}
OpenPage = Callable[..., Page]


@pytest.fixture(scope="module")
def needs_site(
    demo_snapshots: Any, embedder: Embedder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    """The address of a service with figures that are out, and the cookie of an advisor of the whole country."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("api.app.load_embedder", lambda _: embedder)
        app: FastAPI = make_app(demo_snapshots, SetClock(), demo=True, state=tmp_path_factory.mktemp("needs") / "state")
    with serve(app) as origin:
        database: Database = app.state.database
        with database.session() as session:
            let_out(session, "2025", FIGURES, NOON)
            add_counts(session, {UseOf(TODAY, "", "search"): 40, UseOf(TODAY, "", "document", "sspf"): 12})
        advisor = make_account(database, "bra@bra.example.se", "advisor", scope_kind="all", scope_code="")
        yield origin, make_sign_in(database, advisor)


@pytest.fixture
def open_page(browser: Browser, needs_site: tuple[str, str]) -> Iterator[OpenPage]:
    origin, cookie = needs_site
    contexts: list[BrowserContext] = []

    def make(locale: str = "sv-SE", **look: Any) -> Page:
        context = browser.new_context(base_url=origin, locale=locale, **look)
        context.add_cookies([{"name": SIGN_IN_COOKIE, "value": cookie, "url": origin}])
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.mark.parametrize("look", LOOKS, ids=("wide", "dark", "phone"))
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("path", [NEEDS, f"{NEEDS}?per=storlek", USE])
def test_the_pages_are_for_everybody(open_page: OpenPage, locale: str, look: dict[str, Any], path: str) -> None:
    page = open_page(locale, **look)
    page.goto(path)
    assert find_violations(page) == []
    assert find_misfits(page) == []


def test_what_they_need_is_told_without_script_by_county_and_size(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page.goto(NEEDS)
    row = page.locator(".heat-map tr", has_text="Nyrekrytering")
    expect(row.locator("td.heat").first).to_have_text("61")
    assert "17" in row.inner_text()
    page.locator("select[name=per]").select_option("storlek")
    page.locator("form.work-search button").click()
    expect(page.locator(".heat-map thead")).to_contain_text("100 000 och fler")


def test_what_is_missing_begins_with_what_most_ask_for(open_page: OpenPage) -> None:
    page = open_page()
    page.goto(NEEDS)
    gaps = page.locator("table.stacked tbody tr")
    numbers = [gaps.nth(n).locator("td").first.inner_text() for n in range(gaps.count())]
    told = [int(number.split()[-1]) for number in numbers if number.split()[-1].isdigit()]
    assert told == sorted(told, reverse=True)


def test_the_heat_map_is_scrolled_by_keyboard_and_whole_on_paper(open_page: OpenPage) -> None:
    page = open_page(viewport={"width": 390, "height": 844})
    page.goto(NEEDS)
    page.locator(".heat-scroll").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.heat-scroll').scrollLeft > 0")
    page.emulate_media(media="print")
    assert page.locator(".heat-scroll").evaluate("element => getComputedStyle(element).overflowX") == "visible"
    expect(page.locator("form.work-search")).to_be_hidden()
