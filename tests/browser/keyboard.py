"""A person who has a keyboard only: Tab from the top of a page to its end."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from tests.browser.in_page import ask_page

MAX_PRESSES = 3_000
ELSEWHERE = -1
"""The place of a stop that the document does not list: within an element of its own making, as the widget is."""


@dataclass(frozen=True, slots=True)
class Walk:
    """first: the first stop of the page; unreached: what Tab never came to; unseen: where nothing shows the focus."""

    first: str
    unreached: tuple[str, ...]
    unseen: tuple[str, ...]


def walk_with_tab(page: Page) -> Walk:
    """Press Tab in a freshly opened page, from wherever the page has put the focus, until it has gone round."""
    stops: list[str] = ask_page(page, "list_stops")
    met: dict[int, dict[str, Any]] = {}
    last = None
    for _ in range(MAX_PRESSES):
        page.keyboard.press("Tab")
        focused = ask_page(page, "focused")
        place = focused["place"]
        is_round = place in met and place not in (last, ELSEWHERE)  # a field for a date has several stops of its own
        if is_round:
            break
        last = place
        if not focused["isNothing"]:  # beyond the last stop lies the browser's own frame
            met.setdefault(place, focused)
    return Walk(
        stops[0],
        tuple(stop for place, stop in enumerate(stops) if place not in met),
        tuple(focused["html"] for focused in met.values() if not focused["isSeen"]),
    )
