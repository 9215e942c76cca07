"""With a keyboard alone."""

from playwright.sync_api import Page, expect

from tests.browser.open_pages import NewPage
from tests.browser.widget.answers import (
    answer_held,
    answer_with,
    asked,
    hold_searches,
    make_answer,
    make_hit,
    stop_clock,
)
from tests.browser.widget.ask import ask
from tests.browser.widget.conftest import Embed

FOCUSED = "() => { let e = document.activeElement; while (e.shadowRoot) e = e.shadowRoot.activeElement; return e.%s }"


def _focused(page: Page, what: str = "textContent") -> str:
    return str(page.evaluate(FOCUSED % what))


def test_tab_goes_from_the_field_through_the_button_and_every_link_and_out(widget_page: Page) -> None:
    ask(widget_page, "klotter")
    links = widget_page.locator("kb-search [part=results] a").all_text_contents()
    met = []
    for _ in range(len(links) + 1):
        widget_page.keyboard.press("Tab")
        met.append(_focused(widget_page))
    assert met == ["Sök", *links]
    widget_page.keyboard.press("Tab")
    assert widget_page.evaluate("() => document.activeElement.localName") != "kb-search"


def test_shift_tab_goes_back(widget_page: Page) -> None:
    ask(widget_page, "klotter")
    for key in ("Tab", "Tab", "Shift+Tab", "Shift+Tab"):
        widget_page.keyboard.press(key)
    assert _focused(widget_page, "value") == "klotter"


def test_arrows_walk_the_hits_and_back_to_the_field(new_page: NewPage, embed: Embed) -> None:
    page = new_page()
    answer_with(
        page, make_answer(make_hit("a"), make_hit("b"), advised_against=[make_hit("x", recommendation="avråds")])
    )
    page.goto(embed())
    ask(page, "klotter")
    met = []
    for key in ["ArrowDown"] * 4 + ["ArrowUp"] * 3:
        page.keyboard.press(key)
        met.append(_focused(page) or _focused(page, "value"))
    assert met == ["X", "A", "B", "B", "A", "X", "klotter"]


def test_escape_goes_back_to_the_field_and_then_empties_it(widget_page: Page) -> None:
    ask(widget_page, "klotter")
    widget_page.keyboard.press("ArrowDown")
    widget_page.keyboard.press("Escape")
    assert _focused(widget_page, "value") == "klotter"
    widget_page.keyboard.press("Escape")
    assert _focused(widget_page, "value") == ""
    expect(widget_page.locator("kb-search [part=results]")).to_be_empty()


def test_enter_searches_at_once(widget_page: Page) -> None:
    widget_page.get_by_role("searchbox").focus()
    widget_page.keyboard.type("k")  # too short to be searched for while typing
    widget_page.keyboard.press("Enter")
    expect(widget_page.locator("kb-search [part=results] > *").first).to_be_visible()


def test_enter_on_a_hit_opens_it(widget_page: Page, site: str) -> None:
    ask(widget_page, "skola")
    ask(widget_page, "klotter")
    widget_page.keyboard.press("ArrowDown")
    address = _focused(widget_page, "href")
    widget_page.keyboard.press("Enter")
    widget_page.wait_for_url(address)
    assert address.startswith(f"{site}/vagledning/")


def test_an_answer_that_comes_late_leaves_the_focus_on_the_same_document(new_page: NewPage, embed: Embed) -> None:
    page = _ask_anew_from_a_hit(new_page, embed)
    answer_held(page, "klotter på skolan", make_answer(make_hit("c"), make_hit("b")))
    expect(page.get_by_role("link", name="C", exact=True)).to_be_visible()
    assert _focused(page) == "B"
    page.keyboard.press("ArrowUp")
    assert _focused(page) == "C"


def test_where_a_late_answer_has_not_the_same_section_the_focus_is_on_its_document(
    new_page: NewPage, embed: Embed
) -> None:
    page = _ask_anew_from_a_hit(new_page, embed)
    page.keyboard.press("Tab")
    assert _focused(page) == "I korthet"
    answer_held(page, "klotter på skolan", make_answer(make_hit("c"), make_hit("b")))
    expect(page.get_by_role("link", name="C", exact=True)).to_be_visible()
    assert _focused(page) == "B"


def test_where_a_late_answer_has_not_the_same_document_the_focus_is_in_the_field(
    new_page: NewPage, embed: Embed
) -> None:
    page = _ask_anew_from_a_hit(new_page, embed)
    answer_held(page, "klotter på skolan", make_answer(make_hit("c")))
    expect(page.get_by_role("link", name="C", exact=True)).to_be_visible()
    assert _focused(page, "value") == "klotter på skolan"


def test_what_was_just_typed_is_not_searched_for_while_a_hit_is_chosen(new_page: NewPage, embed: Embed) -> None:
    page = new_page()
    hold_searches(page)
    page.clock.install()
    page.goto(embed())
    stop_clock(page)
    page.get_by_role("searchbox").fill("klotter")
    page.clock.run_for(300)
    answer_held(page, "klotter", make_answer(make_hit("a")))
    page.keyboard.insert_text(" på skolan")
    page.keyboard.press("ArrowDown")
    page.clock.run_for(5_000)
    assert asked(page) == ["klotter"]
    assert _focused(page) == "A"
    page.keyboard.press("ArrowUp")
    page.clock.run_for(300)
    assert asked(page) == ["klotter", "klotter på skolan"]


def test_a_finger_on_a_hit_holds_back_what_was_just_typed(new_page: NewPage, embed: Embed) -> None:
    page = new_page()
    hold_searches(page)
    page.clock.install()
    page.goto(embed())
    stop_clock(page)
    page.get_by_role("searchbox").fill("klotter")
    page.clock.run_for(300)
    answer_held(page, "klotter", make_answer(make_hit("a")))
    page.keyboard.insert_text(" på skolan")
    page.get_by_role("link", name="A", exact=True).dispatch_event("pointerdown")
    page.clock.run_for(5_000)
    assert asked(page) == ["klotter"]


def test_the_field_keeps_the_focus_when_an_attribute_is_changed(widget_page: Page) -> None:
    ask(widget_page, "klotter")
    widget_page.locator("kb-search").evaluate("e => e.setAttribute('results', '1')")
    expect(widget_page.locator("kb-search [part=title]")).to_have_count(1)
    assert _focused(widget_page, "value") == "klotter"


def test_keys_that_mean_something_else_are_left_alone(widget_page: Page) -> None:
    ask(widget_page, "klotter")
    for key in ("Shift+ArrowDown", "Alt+ArrowDown", "Home", "End"):
        widget_page.keyboard.press(key)
        assert _focused(widget_page, "value") == "klotter"


def _ask_anew_from_a_hit(new_page: NewPage, embed: Embed) -> Page:
    """A page that shows A and B, where B has the focus and another search is still to be answered."""
    page = new_page()
    hold_searches(page)
    page.goto(embed())
    field = page.get_by_role("searchbox")
    field.fill("klotter")
    passage = {"heading": "I korthet", "anchor": "i-korthet", "text": "Text.", "score": 1.0, "highlights": []}
    answer_held(page, "klotter", make_answer(make_hit("a"), make_hit("b", passages=[passage])))
    expect(page.get_by_role("link", name="B", exact=True)).to_be_visible()
    field.fill("klotter på skolan")
    page.wait_for_function("() => window.held.has('klotter på skolan')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    return page
