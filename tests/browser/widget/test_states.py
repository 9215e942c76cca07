"""Every state of the widget, in every way that a reader may look at it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.accessibility import find_violations
from tests.browser.emulated import find_borderless, find_moving
from tests.browser.open_pages import NewPage
from tests.browser.widget.answers import SEARCHES, answer_with, fulfil, make_answer, make_hit
from tests.browser.widget.conftest import Embed

Show = Callable[[Page], None]
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 320, "height": 640}
IGNORED = ("color-contrast-enhanced",)
"""AAA, which cat.color has too."""


def _search(text: str, part: str) -> Show:
    def show(page: Page) -> None:
        page.get_by_role("searchbox").fill(text)
        expect(page.locator(f"kb-search [part~={part}]").first).to_be_visible()

    return show


def _suggest(page: Page) -> None:
    answer_with(page, make_answer(make_hit("klotter"), suggestion="klotter"))
    _search("klottr", "suggestion")(page)


def _wait(page: Page) -> None:
    page.route(SEARCHES, lambda _: None)
    _search("klotter", "wait")(page)


def _fail(page: Page) -> None:
    page.route(SEARCHES, lambda route: fulfil(route, {}, 503))
    _search("klotter", "failure")(page)


def _filter_all_out(page: Page) -> None:
    answer_with(page, make_answer(answered=True, filtered_out={"n_found": 24, "without": {"setting": 24}}))
    _search("klotter", "more")(page)


STATES: dict[str, Show] = {
    "idle": lambda page: expect(page.get_by_role("searchbox")).to_be_visible(),
    "waiting": _wait,
    "hits": _search("ungar som kör epa på torget", "title"),
    "advised against": _search("skrämma ungdomar med studiebesök i fängelse", "warning"),
    "in danger": _search("min man slår mig", "notice"),
    "nothing fits": _search("vilken temperatur har solens yta", "notice"),
    "nothing within the filters": _filter_all_out,
    "did you mean": _suggest,
    "failure": _fail,
}


@pytest.fixture(params=STATES)
def shown(request: pytest.FixtureRequest, unwatched_page: Page, embed: Embed) -> Page:
    """A page with the widget in each state, on a screen that follows the page's choice of light or dark."""
    unwatched_page.set_viewport_size(DESKTOP)
    unwatched_page.goto(embed("theme=auto"))
    STATES[request.param](unwatched_page)
    return unwatched_page


def test_everyone_can_read_and_use_it(shown: Page) -> None:
    assert find_violations(shown) == []
    shown.emulate_media(color_scheme="dark")
    in_the_dark = [line for line in find_violations(shown, "cat.color") if not line.startswith(IGNORED)]
    assert in_the_dark == []
    assert find_moving(shown) == []
    assert find_borderless(shown) == []


def test_it_fits_a_phone_and_twice_the_size(shown: Page) -> None:
    for size in (PHONE, ViewportSize(width=DESKTOP["width"] // 2, height=DESKTOP["height"] // 2)):
        shown.set_viewport_size(size)
        widths = shown.evaluate("() => [document.documentElement.scrollWidth, innerWidth]")
        assert widths[0] <= widths[1]
        assert shown.locator("kb-search").evaluate(WIDEST) <= size["width"]


WIDEST = "e => Math.max(...[...e.shadowRoot.querySelectorAll('*')].map((each) => each.getBoundingClientRect().right))"


def test_nothing_in_it_moves_for_those_who_asked_for_less(unwatched_page: Page, embed: Embed) -> None:
    unwatched_page.goto(embed())
    _wait(unwatched_page)
    moving = "e => e.shadowRoot.getAnimations().length"
    assert unwatched_page.locator("kb-search").evaluate(moving) == 1
    unwatched_page.emulate_media(reduced_motion="reduce")
    assert unwatched_page.locator("kb-search").evaluate(moving) == 0


def test_it_keeps_its_edges_in_the_readers_own_colours(unwatched_page: Page, embed: Embed) -> None:
    unwatched_page.emulate_media(forced_colors="active")
    unwatched_page.goto(embed())
    STATES["advised against"](unwatched_page)
    for part in ("input", "button", "badge", "warning"):
        style = "e => getComputedStyle(e).borderTopStyle + getComputedStyle(e).borderTopWidth"
        assert unwatched_page.locator(f"kb-search [part={part}]").first.evaluate(style) in ("solid1px", "solid2px")


def test_it_follows_the_page_in_light_and_dark_unless_told_otherwise(new_page: NewPage, embed: Embed) -> None:
    page = new_page(color_scheme="dark")
    paper = "e => getComputedStyle(e.shadowRoot.querySelector('.kb')).backgroundColor"
    expected = {
        embed(): "rgb(255, 255, 255)",  # the page says nothing of dark, so it is light
        embed(head='<meta name="color-scheme" content="light dark">'): "rgb(16, 24, 23)",
        embed("theme=dark"): "rgb(16, 24, 23)",
        embed("theme=light", head='<meta name="color-scheme" content="dark">'): "rgb(255, 255, 255)",
    }
    for address, colour in expected.items():
        page.goto(address)
        assert page.locator("kb-search").evaluate(paper) == colour
