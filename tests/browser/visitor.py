"""A person at the site: a language, a browser, and the words on the screen that tell where to click."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Locator, Page

from api.languages import Language

LOCALES: Mapping[Language, str] = {"sv": "sv-SE", "en": "en-GB"}

ROLES: tuple[Literal["button", "link"], ...] = ("button", "link")


@dataclass(frozen=True, slots=True)
class Visitor:
    """t: key -> words, as in api/strings."""

    page: Page
    t: Mapping[str, str]

    def click(self, key: str) -> None:
        """Click the first button or link of that name in the page's content; the key is of the strings."""
        main, name = self.page.get_by_role("main"), self.t[key]
        button, link = (main.get_by_role(role, name=name, exact=True) for role in ROLES)
        button.or_(link).first.click()

    def heading(self, key: str) -> Locator:
        return self.page.get_by_role("heading", name=self.t[key], exact=True)

    def field(self, key: str) -> Locator:
        return self.page.get_by_label(self.t[key]).first
