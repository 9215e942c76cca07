"""Every page of the site and how a person without a link to it gets there."""

import json
from collections.abc import Callable

from playwright.sync_api import FilePayload, Page, Response

from tests.browser.example import LAGESBILD

Open = Callable[[Page], Response]


def _at(path: str) -> Open:
    def open_path(page: Page) -> Response:
        response = page.goto(path)
        assert response is not None
        return response

    return open_path


def _press(before: Open, button: str) -> Open:
    """The page that a button on another page leads to; the button by its selector."""

    def press(page: Page) -> Response:
        before(page)
        with page.expect_navigation() as navigation:
            page.locator(button).click()
        return navigation.value

    return press


def _fill(before: Open, field: str, text: str) -> Open:
    def fill(page: Page) -> Response:
        response = before(page)
        page.locator(field).fill(text)
        return response

    return fill


def _compare(page: Page) -> Response:
    """A plan whose day of follow-up is past."""
    _plan(page)
    with page.expect_download() as download:
        page.locator("button[value=json]").click()
    plan = json.loads(download.value.path().read_bytes())
    page.goto("/plan/jamfor")
    old = json.dumps(plan | {"drafted": "2024-11-22", "follow_up": "2025-11-22", "snapshot_id": "0"}).encode()
    file: FilePayload = {"name": "plan.json", "mimeType": "application/json", "buffer": old}
    page.locator("input[type=file]").set_input_files(file)
    with page.expect_navigation() as navigation:
        page.locator("form:has(input[type=file]) button").click()
    return navigation.value


def _check_policy(page: Page) -> Response:
    page.goto("/widget/kontroll")
    page.locator("textarea").fill("default-src 'self'; script-src 'self' 'strict-dynamic'; form-action self; sandbox")
    with page.expect_navigation() as navigation:
        page.locator("form:has(textarea) button").click()
    return navigation.value


_match = _press(_fill(_at("/matcha"), "#text", LAGESBILD), "form:has(#text) button[type=submit]")
_plan = _press(_match, "button[formaction='/plan']")

PAGES: dict[str, Open] = {
    "start": _at("/"),
    "search": _at("/sok"),
    "results": _at("/sok?q=ungdomar"),
    "results with filters": _at("/sok?q=unga+i+gäng&rating=god&rating=begränsad&setting=skola&sort=evidence"),
    "results with a warning": _at("/sok?q=skrämma+unga+med+besök+i+fängelse"),
    "nothing fits": _at("/sok?q=vilken+temperatur+har+solens+yta"),
    "guidance": _at("/vagledning/sspf"),
    "guidance that is advised against": _at("/vagledning/skramselprogram-avrads"),
    "methods compared": _at("/jamfor?metod=sspf&metod=skramselprogram-avrads&omrade=ungdomsbrott"),
    "problem area": _at("/problemomrade/nyrekrytering"),
    "describe": _at("/matcha"),
    "evidence map": _at("/evidenskarta"),
    "gap map": _at("/kunskapsluckor"),
    "gap map by target group": _at("/kunskapsluckor?by=target_group"),
    "methods": _at("/metoder?problem_area=ungdomsbrott&approach=social"),
    "experts": _at("/experter?municipality=Borås&from=2027-03&to=2027-03"),
    "experts for a text": _at("/experter?q=unga+rekryteras"),
    "expert": _at("/expert/tranemo-est"),
    "made-up expert": _at("/expert/demo-alvdala-samordnare"),
    "what municipalities tell": _at("/erfarenheter?q=torg"),
    "match": _match,
    "widget": _at("/widget"),
    "widget check": _check_policy,
    "plan": _plan,
    "compare": _at("/plan/jamfor"),
    "compared": _compare,
    "about": _at("/om"),
    "accessibility": _at("/tillganglighet"),
    "privacy": _at("/integritet"),
    "ranking": _at("/rangordning"),
}
ERRORS: dict[str, tuple[int, Open]] = {
    "no such page": (404, _at("/nope")),
    "unknown guidance": (404, _at("/vagledning/nope")),
    "one method to compare": (422, _at("/jamfor?metod=sspf")),
    "a query that cannot be read": (422, _at("/sok?q=%3F!")),
    "an empty description": (422, _press(_at("/matcha"), "form:has(#text) button[type=submit]")),
}
