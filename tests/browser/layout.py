"""What does not fit: what reaches past the window, and text that its box cuts."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from tests.browser.in_page import ask_page


def find_misfits(page: Page) -> list[str]:
    """What makes the page scroll sideways (a table in a box of its own may: WCAG 1.4.10), and text that is cut."""
    outside: list[str] = ask_page(page, "outside")
    cut: list[str] = ask_page(page, "cut")
    return [f"outside: {each}" for each in outside] + [f"cut: {each}" for each in cut]


@contextmanager
def spaced_text(page: Page) -> Iterator[None]:
    """Within it text is set as wide as WCAG 1.4.12 lets a reader set it."""
    ask_page(page, "space_text")
    yield
    page.evaluate("() => { document.adoptedStyleSheets = [] }")
