"""The map and the expected effects in a browser: for every look and language, on paper, and by keyboard."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, expect

from api.access.cookies import SIGN_IN_COOKIE
from api.store.base import new_id
from api.store.database import Database
from api.store.national.statistics import replace_measures
from kb.embedding.embedder import Embedder
from kb.national.statistics.statistic import Statistic
from tests.api.conftest import make_app
from tests.api.store.cases.made import make_case
from tests.browser.accessibility import find_violations
from tests.browser.keyboard import walk_with_tab
from tests.browser.layout import find_misfits
from tests.browser.live_server import serve
from tests.browser.visitor import LOCALES
from tests.fakes.clock import SetClock
from tests.fakes.moments import NOON
from tests.store import make_account, make_sign_in

MAP = "/nationellt/karta"
COUNTY = f"{MAP}?visa=cases&lan=14&kommun=1490"
STATISTICS = f"{MAP}?visa=statistik:Ungdomsbrott"
EFFECT = "/nationellt/effekt"
OF_TOWN = f"{EFFECT}?kommun=1490"
LOOKS: tuple[dict[str, Any], ...] = (
    {"viewport": {"width": 1280, "height": 900}},
    {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    {"viewport": {"width": 390, "height": 844}, "is_mobile": True},
)


OpenMap = Callable[..., Page]


@pytest.fixture(scope="module")
def national_site(
    demo_snapshots: Path, embedder: Embedder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Database]]:
    """The service with all municipalities, and a case and statistics of one of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("api.app.load_embedder", lambda _: embedder)
        app: FastAPI = make_app(demo_snapshots, SetClock(), demo=True, state=tmp_path_factory.mktemp("map") / "state")
    with serve(app) as origin:
        database: Database = app.state.database
        make_case(database)
        told = Statistic(
            municipality_code="1490",
            year=2024,
            measure="Ungdomsbrott",
            value=400,
            source_url="https://statistik.example.se",
            area="ungdomsbrott",
        )
        with database.session() as session:
            replace_measures(session, [told], NOON)
        yield origin, database


@pytest.fixture
def open_map(browser: Browser, national_site: tuple[str, Database]) -> Iterator[OpenMap]:
    """Makes a page of a new browser that an advisor of the whole country is signed in with."""
    origin, database = national_site
    contexts: list[BrowserContext] = []

    def make(locale: str = "sv-SE", **look: Any) -> Page:
        context = browser.new_context(base_url=origin, locale=locale, **look)
        contexts.append(context)
        account = make_account(database, f"{new_id()}@bra.example.se", "advisor", scope_kind="all", scope_code="")
        token = make_sign_in(database, account)
        context.add_cookies([{"name": SIGN_IN_COOKIE, "value": token, "url": origin}])
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.mark.parametrize("locale", LOCALES.values())
@pytest.mark.parametrize("look", LOOKS)
def test_every_page_is_accessible_and_fits(open_map: OpenMap, look: dict[str, Any], locale: str) -> None:
    page = open_map(locale, **look)
    for address in (MAP, COUNTY, STATISTICS, EFFECT, OF_TOWN):
        page.goto(address)
        assert find_violations(page) == [], address
        assert find_misfits(page) == [], address


def test_what_is_chosen_is_shown_without_script(open_map: OpenMap) -> None:
    page = open_map(java_script_enabled=False)
    page.goto(MAP)
    expect(page.get_by_role("img", name="Områden på polisens lista 2025")).to_be_visible()
    page.get_by_label("Visa").select_option(label="Ärenden")
    page.get_by_label("Län").select_option(label="Västra Götalands län")
    page.get_by_role("button", name="Visa").click()
    expect(page.get_by_role("img", name="Ärenden")).to_be_visible()
    page.get_by_role("link", name="Borås").click()
    expect(page.get_by_role("heading", name="Borås")).to_be_visible()


def test_the_map_is_no_stop_of_the_keyboard_and_every_municipality_is_one(open_map: OpenMap) -> None:
    page = open_map()
    page.goto(MAP)
    assert page.locator("svg.choropleth [tabindex], svg.choropleth a").count() == 0
    page.locator("details.map-rest").evaluate("element => { element.open = true }")
    assert page.locator("main a[href*='kommun=']").count() == 290
    walk = walk_with_tab(page)
    assert (walk.unreached, walk.unseen) == ((), ())


def test_on_paper_the_table_is_whole_and_shades_differ_in_lightness(open_map: OpenMap) -> None:
    page = open_map(color_scheme="dark")
    page.goto(MAP)
    page.emulate_media(media="print")
    rows = page.locator(".map-rows")
    assert rows.evaluate("element => element.scrollHeight - element.clientHeight") <= 1
    shades = [page.locator(f".choropleth .map-shade-{shade}").first for shade in (1, 2, 5)]
    fills = [shade.evaluate("element => getComputedStyle(element).fill") for shade in shades]
    lightness = [sum(map(int, re.findall(r"\d+", fill)[:3])) for fill in fills]
    assert lightness == sorted(lightness, reverse=True)
    assert lightness[0] - lightness[-1] > 300


def test_what_a_measure_reaches_changes_the_ranges_without_script(open_map: OpenMap) -> None:
    page = open_map(java_script_enabled=False)
    page.goto(EFFECT)
    page.get_by_label("Kommun").select_option(label="Borås")
    page.get_by_role("button", name="Visa").click()
    expect(page.get_by_role("heading", name="Förväntad effekt: Borås")).to_be_visible()
    wide = page.locator(".effect-range").all_inner_texts()
    page.get_by_label("Når högst (%)").fill("20")
    page.get_by_role("button", name="Visa").click()
    narrow = page.locator(".effect-range").all_inner_texts()
    assert len(wide) == len(narrow) > 5
    assert all(one != other for one, other in zip(wide, narrow, strict=True))
    expect(page.get_by_text("Åtgärden når mellan 10 och 20 procent av problemet.")).to_be_visible()
    assert all("–" in told or "från" in told for told in [*wide, *narrow])


def test_a_keyboard_reaches_all_of_the_expected_effects(open_map: OpenMap) -> None:
    page = open_map()
    page.goto(OF_TOWN)
    walk = walk_with_tab(page)
    assert (walk.unreached, walk.unseen) == ((), ())
