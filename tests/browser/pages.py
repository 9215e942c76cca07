"""Every page of the site and how a person without a link to it gets there."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, Response

Open = Callable[[Page], Response]

DESCRIPTION = Path("docs/examples/beskrivning.md").read_text(encoding="utf-8")


def _at(path: str) -> Open:
    def open_path(page: Page) -> Response:
        response = page.goto(path)
        assert response is not None
        return response

    return open_path


def _match(page: Page) -> Response:
    page.goto("/matcha")
    page.locator("textarea").fill(DESCRIPTION)
    with page.expect_navigation() as navigation:
        page.locator("form:has(textarea) button").last.click()
    return navigation.value


def _check_policy(page: Page) -> Response:
    page.goto("/widget/kontroll")
    page.locator("textarea").fill("default-src 'self'; script-src 'self' 'strict-dynamic'; form-action self; sandbox")
    with page.expect_navigation() as navigation:
        page.locator("form:has(textarea) button").click()
    return navigation.value


PAGES: dict[str, Open] = {
    "start": _at("/"),
    "search": _at("/sok?q=ungdomar+som+snattar"),
    "search with a warning": _at("/sok?q=skrämma+unga+med+besök+i+fängelse"),
    "search without an answer": _at("/sok?q=vilken+temperatur+har+solens+yta"),
    "guidance": _at("/vagledning/sspf"),
    "guidance that is advised against": _at("/vagledning/skramselprogram-avrads"),
    "problem area": _at("/problemomrade/nyrekrytering"),
    "describe": _at("/matcha"),
    "match": _match,
    "widget": _at("/widget"),
    "widget check": _check_policy,
}
ERRORS: dict[str, tuple[int, Open]] = {
    "unknown guidance": (404, _at("/vagledning/nope")),
    "a query that cannot be read": (422, _at("/sok?q=%3F!")),
}
