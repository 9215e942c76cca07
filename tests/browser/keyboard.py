"""A person who has a keyboard only: Tab from the top of a page to its end."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from tests.browser.in_page import ask_page

MAX_PRESSES = 3_000


@dataclass(frozen=True, slots=True)
class Walk:
    """order: what was met, first to last; unreached: what Tab never came to; unseen: where nothing shows the focus."""

    order: tuple[str, ...]
    unreached: tuple[str, ...]
    unseen: tuple[str, ...]


def walk_with_tab(page: Page) -> Walk:
    """Press Tab in a freshly opened page until the focus has gone round."""
    stops: list[str] = ask_page(page, "list_stops")
    met: dict[str, dict[str, Any]] = {}
    places: set[int] = set()
    for _ in range(MAX_PRESSES):
        page.keyboard.press("Tab")
        focused = ask_page(page, "focused")
        is_round = focused["place"] == 0 and len(places) > 1
        if focused["isNothing"] or is_round:
            break
        places.add(focused["place"])
        met.setdefault(f"{focused['place']}: {focused['html']}", focused)
    return Walk(
        tuple(met),
        tuple(stop for place, stop in enumerate(stops) if place not in places),
        tuple(name for name, focused in met.items() if not focused["isSeen"]),
    )
