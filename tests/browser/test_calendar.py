"""What shows months and days fits a narrow window, whatever the day, in both languages."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, ViewportSize

from api.languages import Language
from kb.documents import Expert
from kb.search.searcher import Searcher
from tests.browser.layout import find_misfits, spaced_text
from tests.browser.open_pages import NewPage, open_pages
from tests.browser.pages import PAGES
from tests.browser.visitor import LOCALES
from tests.days import ODD_DAYS, days_after, library_of
from tests.fakes.clock import SetClock

WITH_A_CALENDAR = ("expert", "made-up expert", "experts", "match", "plan")
NARROW: ViewportSize = {"width": 320, "height": 640}


@pytest.fixture
def lasting_page(browser: Browser, lasting_site: str) -> Iterator[NewPage]:
    """Make pages of the site whose experts are shown on any day."""
    with open_pages(browser, lasting_site) as make:
        yield make


@pytest.mark.parametrize("day", ODD_DAYS)
@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("name", WITH_A_CALENDAR)
def test_a_calendar_fits_a_narrow_window(
    lasting_page: NewPage, clock: SetClock, day: str, language: Language, name: str
) -> None:
    clock.day = ODD_DAYS[day]
    page = lasting_page(LOCALES[language], viewport=NARROW)
    assert PAGES[name](page).status == 200
    assert find_misfits(page) == []
    page.set_viewport_size({"width": 640, "height": 400})  # a window of 1280 px, at twice the size
    assert find_misfits(page) == []


@pytest.mark.parametrize("language", LOCALES)
def test_months_fit_in_letters_set_as_wide_as_a_reader_may(
    lasting_page: NewPage, clock: SetClock, language: Language
) -> None:
    """So that they fit in other fonts too: each machine has its own."""
    page = lasting_page(LOCALES[language], viewport=NARROW)
    for clock.day in ODD_DAYS.values():
        assert PAGES["made-up expert"](page).status == 200
        with spaced_text(page):
            assert find_misfits(page) == []


def _count_absences(expert: Expert) -> int:
    return len(expert.availability.unavailable) if expert.availability else 0


def test_profiles_fit_on_the_day_after_every_date_of_the_content(
    new_page: NewPage, clock: SetClock, searcher: Searcher
) -> None:
    """Of the expert with most absences; from the day that its publication has run out, what is told instead."""
    expert = max(searcher.snapshot.experts.values(), key=_count_absences)
    page = new_page(viewport=NARROW)
    for clock.day in days_after(library_of(searcher.snapshot)):
        answer = page.goto(f"/expert/{expert.slug}")
        assert answer is not None
        assert answer.status == (200 if expert.is_published(clock.day) else 404)
        assert find_misfits(page) == [], clock.day


def test_a_list_without_anybody_fits(new_page: NewPage, clock: SetClock) -> None:
    clock.day = date(2100, 1, 1)  # made-up experts are published for longer than real ones
    page = new_page(viewport=NARROW)
    page.goto("/experter")
    assert page.locator("article.expert-card").count() == 0
    assert find_misfits(page) == []


def test_a_calendar_in_a_narrow_window_is_a_table_still(new_page: NewPage) -> None:
    page = new_page(viewport=NARROW)
    page.goto("/expert/demo-alvdala-samordnare")
    months = page.get_by_role("table", name="Kalender")
    assert months.get_by_role("row").count() == 1 + 12
    assert months.get_by_role("rowheader").count() == 12
    assert months.get_by_role("cell").count() == 2 * 12
