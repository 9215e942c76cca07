"""Swedish and English: every page says which it speaks, and what it is."""

from collections import Counter
from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Page, expect

from api.languages import Language
from tests.browser.accessibility import find_violations
from tests.browser.layout import find_misfits
from tests.browser.open_pages import NewPage, open_pages
from tests.browser.pages import ERRORS, PAGES, Open
from tests.browser.visitor import LOCALES

ALL: Mapping[str, Open] = {**PAGES, **{name: open_page for name, (_, open_page) in ERRORS.items()}}


@pytest.fixture(scope="module")
def english(browser: Browser, site: str) -> Iterator[Page]:
    """A narrow window in English that goes from page to page."""
    with open_pages(browser, site) as make:
        yield make(LOCALES["en"], viewport={"width": 320, "height": 640})


@pytest.mark.parametrize("name", ALL)
def test_a_page_in_english_is_whole(english: Page, name: str) -> None:
    ALL[name](english)
    assert english.locator("html").get_attribute("lang") == "en"
    assert find_violations(english) == []
    assert find_misfits(english) == []


@pytest.mark.parametrize("language", LOCALES)
def test_no_two_pages_have_the_same_title(new_page: NewPage, language: Language) -> None:
    page = new_page(LOCALES[language])
    titles = Counter[str]()
    for open_page in PAGES.values():
        open_page(page)
        titles[page.title()] += 1
    assert [title for title, n in titles.items() if n > 1] == []


def test_the_other_language_is_one_click_away_and_stays(page: Page) -> None:
    page.goto("/sok?q=klotter")
    page.get_by_role("link", name="In English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("searchbox")).to_have_value("klotter")
    page.goto("/matcha")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("button", name="På svenska").click()  # takes along what is typed in the form
    expect(page.locator("html")).to_have_attribute("lang", "sv")
