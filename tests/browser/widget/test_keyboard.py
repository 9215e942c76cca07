"""With a keyboard alone."""

from playwright.sync_api import Page, expect

from tests.browser.open_pages import NewPage
from tests.browser.widget.answers import answer_with, make_answer, make_hit
from tests.browser.widget.conftest import Embed

FOCUSED = "() => { let e = document.activeElement; while (e.shadowRoot) e = e.shadowRoot.activeElement; return e.%s }"


def _focused(page: Page, what: str = "textContent") -> str:
    return str(page.evaluate(FOCUSED % what))


def _search(page: Page, text: str) -> None:
    page.get_by_role("searchbox").focus()
    page.keyboard.type(text)
    expect(page.locator("kb-search [part=title]").first).to_be_visible()


def test_tab_goes_from_the_field_through_the_button_and_every_link_and_out(widget_page: Page) -> None:
    _search(widget_page, "klotter")
    links = widget_page.locator("kb-search [part=results] a").all_text_contents()
    met = []
    for _ in range(len(links) + 1):
        widget_page.keyboard.press("Tab")
        met.append(_focused(widget_page))
    assert met == ["Sök", *links]
    widget_page.keyboard.press("Tab")
    assert widget_page.evaluate("() => document.activeElement.localName") != "kb-search"


def test_shift_tab_goes_back(widget_page: Page) -> None:
    _search(widget_page, "klotter")
    for key in ("Tab", "Tab", "Shift+Tab", "Shift+Tab"):
        widget_page.keyboard.press(key)
    assert _focused(widget_page, "value") == "klotter"


def test_arrows_walk_the_hits_and_back_to_the_field(new_page: NewPage, embed: Embed) -> None:
    page = new_page()
    answer_with(
        page, make_answer(make_hit("a"), make_hit("b"), advised_against=[make_hit("x", recommendation="avråds")])
    )
    page.goto(embed())
    _search(page, "klotter")
    met = []
    for key in ["ArrowDown"] * 4 + ["ArrowUp"] * 3:
        page.keyboard.press(key)
        met.append(_focused(page) or _focused(page, "value"))
    assert met == ["X", "A", "B", "B", "A", "X", "klotter"]


def test_escape_goes_back_to_the_field_and_then_empties_it(widget_page: Page) -> None:
    _search(widget_page, "klotter")
    widget_page.keyboard.press("ArrowDown")
    widget_page.keyboard.press("Escape")
    assert _focused(widget_page, "value") == "klotter"
    widget_page.keyboard.press("Escape")
    assert _focused(widget_page, "value") == ""
    expect(widget_page.locator("kb-search [part=results]")).to_be_empty()


def test_enter_searches_at_once_and_enter_on_a_hit_opens_it(widget_page: Page, site: str) -> None:
    widget_page.get_by_role("searchbox").focus()
    widget_page.keyboard.type("k")  # too short to be searched for while typing
    widget_page.keyboard.press("Enter")
    expect(widget_page.locator("kb-search [part=results] > *").first).to_be_visible()
    widget_page.keyboard.press("Control+A")
    widget_page.keyboard.type("klotter")
    expect(widget_page.locator("kb-search [part=title]").first).to_be_visible()
    widget_page.keyboard.press("ArrowDown")
    address = _focused(widget_page, "href")
    widget_page.keyboard.press("Enter")
    widget_page.wait_for_url(address)
    assert address.startswith(f"{site}/vagledning/")


def test_keys_that_mean_something_else_are_left_alone(widget_page: Page) -> None:
    _search(widget_page, "klotter")
    for key in ("Shift+ArrowDown", "Alt+ArrowDown", "Home", "End"):
        widget_page.keyboard.press(key)
        assert _focused(widget_page, "value") == "klotter"
