"""GOV.UK's 18 acceptance criteria for an accessible autocomplete, in our words, one test each.

Source: alphagov/accessible-autocomplete, accessibility-criteria.md. They speak of a field whose matches are options to
be filled in. Here a match is a link in a list below the field, so:

- "selected" is to have the focus, "confirmed" is to be opened (criteria 11 to 16);
- criteria 17 and 18 do not apply to a hit, which leads to another page, with a title and a focus of its own; they apply
  to "Menade ni", the only thing that is filled in, and are held there;
- criterion 7 is met by the live region: there is no pop-up to say `aria-expanded` of.
"""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.open_pages import NewPage
from tests.browser.widget.answers import answer_with, make_answer, make_hit
from tests.browser.widget.ask import ask
from tests.browser.widget.conftest import Embed

HITS = [make_hit("klotter"), make_hit("sanering"), make_hit("kameror")]
ACTIVE = "() => document.activeElement.shadowRoot.activeElement.textContent"
DESCRIPTION = "e => e.getRootNode().getElementById(e.getAttribute('aria-describedby')).textContent"


@pytest.fixture
def page(new_page: NewPage, embed: Embed) -> Page:
    """A widget that finds three hits whatever is asked."""
    page = new_page()
    answer_with(page, make_answer(*HITS))
    page.goto(embed())
    return page


def _field(page: Page) -> Locator:
    return page.get_by_role("searchbox")


def _links(page: Page) -> Locator:
    return page.locator("kb-search ol").get_by_role("link")


def _search(page: Page, text: str = "klotter") -> None:
    ask(page, text)
    expect(_links(page)).to_have_count(3)


def _told(page: Page, words: str) -> Locator:
    return page.locator("kb-search [role=status]").filter(has_text=words)


def test_01_the_field_is_reached_with_the_keyboard(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(_field(page)).to_be_focused()


def test_02_it_shows_that_it_has_the_focus(page: Page) -> None:
    expect(_field(page)).to_have_css("outline-style", "none")
    page.keyboard.press("Tab")
    expect(_field(page)).to_have_css("outline-style", "solid")
    expect(_field(page)).to_have_css("outline-width", "3px")


def test_03_it_says_that_it_is_a_field_to_write_in_and_what_for(page: Page) -> None:
    expect(_field(page)).to_have_role("searchbox")
    expect(_field(page)).to_be_editable()
    expect(_field(page)).to_have_accessible_name("Sök vägledning")


def test_04_what_stands_in_it_is_its_value(page: Page) -> None:
    _search(page)
    page.locator("kb-search").evaluate("e => e.setAttribute('results', '9')")  # written anew, as by a framework
    expect(_field(page)).to_have_value("klotter")


def test_05_it_says_that_suggestions_come_while_one_types(page: Page) -> None:
    assert "Förslag visas medan ni skriver" in _field(page).evaluate(DESCRIPTION)


def test_06_it_explains_how_to_use_them(page: Page) -> None:
    expect(_field(page)).to_have_accessible_description(
        "Skriv med egna ord, utan personuppgifter. Förslag visas medan ni skriver; pil ned går till dem."
    )


def test_07_it_is_told_that_there_is_more_to_see(page: Page) -> None:
    _search(page)
    expect(_told(page, "3 träffar")).to_have_count(1)
    expect(_field(page)).to_have_attribute("aria-controls", "results")


def test_08_it_is_told_whether_there_are_matches(page: Page, new_page: NewPage, embed: Embed) -> None:
    _search(page)
    expect(_told(page, "träffar")).to_have_count(1)
    without = new_page()
    answer_with(without, make_answer())
    without.goto(embed())
    _field(without).fill("solens yta")
    expect(_told(without, "Inget passar tillräckligt bra")).to_have_count(1)


def test_09_it_is_told_how_many(page: Page) -> None:
    _search(page)
    expect(_told(page, "3 träffar")).to_have_count(1)


def test_10_it_is_told_when_their_number_changes(page: Page) -> None:
    _search(page)
    answer_with(page, make_answer(HITS[0]))
    page.keyboard.insert_text(" på skolan")
    expect(_told(page, "1 träff")).to_have_count(1)
    expect(_told(page, "3 träffar")).to_have_count(0)


@pytest.mark.parametrize("way", ["keyboard", "mouse", "touch"])
def test_11_one_way_of_input_is_enough_to_get_to_a_match(new_page: NewPage, embed: Embed, way: str) -> None:
    page = new_page(has_touch=True)
    answer_with(page, make_answer(*HITS))
    page.goto(embed())
    _search(page)
    page.evaluate("() => document.addEventListener('click', (event) => event.preventDefault())")  # stay to look
    if way == "keyboard":
        page.keyboard.press("ArrowDown")
    elif way == "mouse":
        _links(page).first.click()
    else:
        _links(page).first.tap()
    assert page.evaluate(ACTIVE) == "Klotter"


def test_12_each_step_is_a_single_key(page: Page) -> None:
    _search(page)
    met = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "Tab"):
        page.keyboard.press(key)
        met.append(page.evaluate(ACTIVE))
    assert met == ["Klotter", "Sanering", "Klotter", "Sanering"]


def test_13_the_match_that_is_selected_has_the_focus_and_shows_it(page: Page) -> None:
    _search(page)
    page.keyboard.press("ArrowDown")
    expect(_links(page).first).to_be_focused()
    expect(_links(page).first).to_have_css("outline-style", "solid")
    expect(_links(page).first).to_have_accessible_name("Klotter")


def test_14_its_place_among_the_matches_is_that_of_a_list(page: Page) -> None:
    _search(page)
    items = page.locator("kb-search ol > li")
    expect(items).to_have_count(3)
    expect(items.first).to_have_role("listitem")
    expect(page.locator("kb-search ol")).to_have_role("list")


def test_15_no_match_is_selected_for_anyone(page: Page) -> None:
    _search(page)
    expect(_field(page)).to_be_focused()
    expect(page.locator("kb-search [aria-selected], kb-search [aria-activedescendant]")).to_have_count(0)


def test_16_enter_confirms_the_selected_match(page: Page, site: str) -> None:
    page.route(f"{site}/vagledning/sanering", lambda route: route.fulfill(body="<title>Sanering</title>"))
    _search(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/vagledning/sanering")


def test_17_that_another_spelling_was_chosen_is_told(page: Page) -> None:
    _choose_suggestion(page)
    expect(_field(page)).to_have_value("klotter")
    expect(_told(page, "1 träff")).to_have_count(1)


def test_18_the_focus_returns_to_the_field_once_another_spelling_was_chosen(page: Page) -> None:
    _choose_suggestion(page)
    expect(_field(page)).to_be_focused()


def _choose_suggestion(page: Page) -> None:
    answer_with(page, make_answer(*HITS, suggestion="klotter"))
    _search(page, "klottr")
    answer_with(page, make_answer(HITS[0]))
    page.get_by_role("button", name="klotter").focus()
    page.keyboard.press("Enter")
    expect(_links(page)).to_have_count(1)
