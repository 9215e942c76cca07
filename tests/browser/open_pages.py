"""Pages in browser contexts of their own, watched for faults."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.faults import watch_faults

TIMEOUT_MS = 20_000
"""How long a test waits for what a page should show, before it fails."""

NewPage = Callable[..., Page]


@contextmanager
def open_pages(browser: Browser, site: str) -> Iterator[NewPage]:
    """Yields what makes a page, with the settings of a browser context (Swedish unless a locale is given).

    Whatever the browser complained of in the pages is an assertion error at the end.
    """
    opened = []
    expect.set_options(timeout=TIMEOUT_MS)

    def make(locale: str = "sv-SE", **settings: Any) -> Page:
        context = browser.new_context(base_url=site, locale=locale, **settings)
        context.set_default_timeout(TIMEOUT_MS)
        opened.append((context, watch_faults(context)))
        return context.new_page()

    try:
        yield make
    finally:
        for context, _ in opened:
            context.close()
    complaints = [fault for _, faults in opened for fault in faults]
    assert not complaints, "\n".join(complaints)
