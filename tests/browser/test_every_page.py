"""What holds for every page: it is opened once, and each test looks at it in one way."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, Response, ViewportSize

from api.middleware.security import POLICY
from tests.browser.accessibility import find_violations
from tests.browser.emulated import find_borderless, find_moving, find_printed, read_print_colours
from tests.browser.keyboard import walk_with_tab
from tests.browser.layout import find_misfits, spaced_text
from tests.browser.open_pages import open_pages
from tests.browser.pages import ERRORS, PAGES

ALL = {**{name: (200, open_page) for name, open_page in PAGES.items()}, **ERRORS}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}


@dataclass(frozen=True, slots=True)
class Opened:
    name: str
    page: Page
    response: Response


@pytest.fixture(scope="module", params=ALL)
def opened(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Opened]:
    """One page after the other, open while all tests of it run."""
    status, open_page = ALL[request.param]
    with open_pages(browser, site) as make:
        page = make(viewport=DESKTOP)
        response = open_page(page)
        assert response.status == status
        yield Opened(request.param, page, response)


@pytest.fixture
def page(opened: Opened) -> Iterator[Page]:
    """The open page, put back afterwards as it was."""
    yield opened.page
    opened.page.set_viewport_size(DESKTOP)
    opened.page.emulate_media(
        media="null", color_scheme="null", reduced_motion="null", forced_colors="null", contrast="null"
    )


def test_the_browser_is_told_to_run_nothing_that_is_not_ours(opened: Opened) -> None:
    assert opened.response.headers["content-security-policy"] == POLICY
    assert opened.response.headers["x-content-type-options"] == "nosniff"


def test_axe_finds_nothing(page: Page) -> None:
    assert find_violations(page) == []


def test_colours_have_contrast_in_the_dark(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    assert find_violations(page, "cat.color") == []


def test_nothing_reaches_outside_a_narrow_window(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    assert find_misfits(page) == []


def test_nothing_reaches_outside_at_twice_the_size(page: Page) -> None:
    page.set_viewport_size({"width": DESKTOP["width"] // 2, "height": DESKTOP["height"] // 2})
    assert find_misfits(page) == []


def test_text_may_be_set_wider(page: Page) -> None:
    with spaced_text(page):
        assert find_misfits(page) == []


def test_less_motion_is_no_motion(page: Page) -> None:
    assert find_moving(page) == []


def test_buttons_and_fields_have_borders_in_the_readers_own_colours(page: Page) -> None:
    assert find_borderless(page) == []


def test_what_is_clicked_is_not_printed(page: Page) -> None:
    assert find_printed(page, "button, select, textarea, input:not([type=hidden]), header nav, footer nav, .skip") == []
    page.set_viewport_size({"width": 700, "height": 990})  # A4 between its margins
    assert find_misfits(page) == []


def test_paper_is_white_although_the_screen_is_dark(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    ink, paper = read_print_colours(page)
    assert max(ink[:3]) < 100
    assert min(paper[:3]) == 255 or paper[3:] == [0]


def test_a_keyboard_reaches_everything_and_shows_where_it_is(opened: Opened, page: Page) -> None:
    ALL[opened.name][1](page)
    walk = walk_with_tab(page)
    assert 'href="#innehall"' in walk.first
    assert walk.unreached == ()
    assert walk.unseen == ()
