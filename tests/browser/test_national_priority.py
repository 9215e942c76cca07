"""Who first and how sure, in a browser: for every look and language, without script, by keyboard, on paper."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import select

from api.access.cookies import SIGN_IN_COOKIE
from api.demonstration.fill import Wanted, fill
from api.demonstration.people import DOMAIN
from api.store.accounts import Account
from api.store.database import Database
from kb.embedding.embedder import Embedder
from kb.snapshot.open_snapshot import open_current
from tests.api.conftest import make_app
from tests.browser.accessibility import find_violations
from tests.browser.keyboard import walk_with_tab
from tests.browser.layout import find_misfits
from tests.browser.live_server import serve
from tests.browser.visitor import LOCALES
from tests.builders import TODAY
from tests.fakes.clock import SetClock
from tests.store import make_sign_in

HERE = "/nationellt/prioritering"
OF_TOWN = f"{HERE}?kommun=0180"
MOVED = f"{HERE}?klass=0&omraden=0&forandring=0&begart=100&fatt=0&metoder=0&experter=0"
LOOKS: tuple[dict[str, Any], ...] = (
    {"viewport": {"width": 1280, "height": 900}},
    {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    {"viewport": {"width": 390, "height": 844}, "is_mobile": True},
)
OpenPage = Callable[..., Page]


@pytest.fixture(scope="module")
def filled_site(
    demo_snapshots: Any, embedder: Embedder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Database]]:
    """The service of a demonstration with 120 cases."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("api.app.load_embedder", lambda _: embedder)
        state = tmp_path_factory.mktemp("priority") / "state"
        app: FastAPI = make_app(demo_snapshots, SetClock(), demo=True, state=state)
    with serve(app) as origin:
        database: Database = app.state.database
        fill(database, open_current(demo_snapshots), Wanted(seed=7, until=TODAY, n_cases=120, n_plans=10))
        yield origin, database


@pytest.fixture
def open_as(browser: Browser, filled_site: tuple[str, Database]) -> Iterator[OpenPage]:
    """Makes a page of a new browser that an account of the demonstration is signed in with."""
    origin, database = filled_site
    contexts: list[BrowserContext] = []

    def make(who: str = "radgivare-1-bra", locale: str = "sv-SE", **look: Any) -> Page:
        context = browser.new_context(base_url=origin, locale=locale, **look)
        contexts.append(context)
        with database.reading() as session:
            accounts = session.scalars(select(Account).where(Account.role == "advisor"))
            account = next(one.id for one in accounts if one.email == f"{who}@{DOMAIN}")
        token = make_sign_in(database, account)
        context.add_cookies([{"name": SIGN_IN_COOKIE, "value": token, "url": origin}])
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.mark.parametrize("locale", LOCALES.values())
@pytest.mark.parametrize("look", LOOKS)
def test_every_page_is_accessible_and_fits(open_as: OpenPage, look: dict[str, Any], locale: str) -> None:
    page = open_as(locale=locale, **look)
    for address in (HERE, OF_TOWN, MOVED):
        page.goto(address)
        assert find_violations(page) == [], address
        assert find_misfits(page) == [], address


def test_the_head_sees_who_comes_first_and_how_sure_that_is(open_as: OpenPage) -> None:
    page = open_as(java_script_enabled=False)
    page.goto(HERE)
    expect(page.get_by_text("Beslutsstöd, inte ett beslut.")).to_be_visible()
    first = page.locator(".priority-table tbody tr").first
    expect(first).to_contain_text("särskilt utsatt")
    expect(first.locator(".priority-place")).to_contain_text("troligen")
    first.get_by_role("link").click()
    expect(page.get_by_role("heading", name="Områden på polisens listor")).to_be_visible()
    expect(page.get_by_role("table", name="Vad platsen består av")).to_be_visible()


def test_weights_are_moved_without_script_and_stand_in_the_address(open_as: OpenPage) -> None:
    page = open_as(java_script_enabled=False)
    page.goto(HERE)
    before = page.locator(".priority-table tbody th").all_inner_texts()
    page.locator(".priority-weights summary").click()
    slider = page.get_by_role("slider", name="Områdenas klass")
    slider.focus()
    slider.press("Home")
    asked = page.get_by_role("slider", name="Begär stöd nu")
    asked.focus()
    asked.press("End")
    page.get_by_role("button", name="Räkna om").click()
    assert "klass=0" in page.url
    assert "begart=100" in page.url
    assert page.locator(".priority-table tbody th").all_inner_texts() != before
    page.get_by_role("link", name="Tillbaka till uppdragets vikter").click()
    assert page.locator(".priority-table tbody th").all_inner_texts() == before


def test_a_keyboard_reaches_all(open_as: OpenPage) -> None:
    page = open_as()
    page.goto(MOVED)
    walk = walk_with_tab(page)
    assert (walk.unreached, walk.unseen) == ((), ())


def test_on_paper_the_order_is_whole_and_no_slider_is_there(open_as: OpenPage) -> None:
    page = open_as("radgivare-14")
    page.goto(HERE)
    page.emulate_media(media="print")
    expect(page.locator(".priority-weights")).to_be_hidden()
    table = page.locator(".priority-scroll").last
    assert table.evaluate("element => getComputedStyle(element).overflowX") == "visible"
    assert page.locator(".priority-table tbody tr").count() == 40
