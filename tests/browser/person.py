"""Somebody with a phone at the site, who looks at every page that is opened."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

from api.languages import load_strings
from tests.browser.accessibility import find_violations
from tests.browser.conftest import VISITORS
from tests.browser.layout import find_misfits
from tests.browser.open_pages import open_pages
from tests.browser.visitor import LOCALES, Visitor

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a browser of their own."""

    visitor: Visitor
    has_script: bool

    @property
    def page(self) -> Page:
        return self.visitor.page

    def open(self, path: str) -> None:
        """Open the page, which is to be accessible and as wide as the phone."""
        self.page.goto(path)
        self.look()

    def look(self) -> None:
        """axe waits for timers, which do not run where scripts do not."""
        violations = find_violations(self.page) if self.has_script else []
        assert (self.page.url, violations, find_misfits(self.page)) == (self.page.url, [], [])

    def field(self, path: str) -> Locator:
        return self.page.locator(f'[name="{path}"]')

    def save(self) -> None:
        """Wait until the script has saved, or press the button."""
        if self.has_script:
            expect(self.page.locator("[data-save-state]")).to_have_text(self.visitor.t["work_saved"])
        else:
            self.visitor.click("work_save")
            expect(self.page.locator("[role=status].ds-alert")).to_be_visible()


@contextmanager
def meet_people(browser: Browser, origin: str, kind: str) -> Iterator[Callable[[], Person]]:
    """Makes people of a kind of VISITORS, each with a phone; what their browsers complain of fails the test."""
    language, has_script = VISITORS[kind]
    look = {**PHONE, "java_script_enabled": has_script}
    with open_pages(browser, origin) as make:
        yield lambda: Person(Visitor(make(LOCALES[language], **look), load_strings(language)), has_script)
