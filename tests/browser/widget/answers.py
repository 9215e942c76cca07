"""Answers of the service that a test makes up, and a service that a test holds back."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route

SEARCHES = "**/v1/search?**"
OPEN = {"access-control-allow-origin": "*"}


def make_hit(slug: str = "sspf", **changed: Any) -> dict[str, Any]:
    """A hit as the API gives it."""
    hit = {
        "slug": slug,
        "title": slug.capitalize(),
        "summary": f"Om {slug}.",
        "kind": "metod",
        "rating": "god",
        "recommendation": "rekommenderas",
        "statutory": False,
        "relevance": 0.9,
        "parts": {},
        "passages": [],
    }
    return {**hit, **changed}


def make_answer(*hits: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """An answer as the API gives it; without hits it says that nothing fits."""
    answer = {
        "query": "",
        "answered": bool(hits),
        "n_hits": len(hits),
        "hits": list(hits),
        "advised_against": [],
        "facets": {},
        "topics": [],
        "questions": [],
        "suggestion": None,
        "filtered_out": None,
        "urgent": [],
        "snapshot": "0123456789abcdef",
    }
    return {**answer, **changed}


def answer_with(page: Page, answer: dict[str, Any]) -> None:
    """Have every search of the page answered so."""
    page.route(SEARCHES, lambda route: fulfil(route, answer))


def fulfil(route: Route, answer: dict[str, Any], status: int = 200) -> None:
    route.fulfill(status=status, headers=OPEN, content_type="application/json", body=json.dumps(answer))


def hold_searches(page: Page) -> None:
    """Before the page is opened: have its searches wait for answer_held, and come back even if they were called off."""
    page.add_init_script(path=Path(__file__).parent / "hold_searches.js")


def answer_held(page: Page, query: str, answer: dict[str, Any]) -> None:
    """Answer the search for the query, once it has been asked; the answer is shown, or has been left aside."""
    page.wait_for_function("query => window.held.has(query)", arg=query)
    page.evaluate("([query, answer]) => window.held.get(query)(answer)", [query, answer])


def asked(page: Page) -> list[str]:
    """The queries that have been asked, in order."""
    return list(page.evaluate("() => [...window.held.keys()]"))


def stop_clock(page: Page) -> None:
    """Of an open page, until it is run on: nothing in the page takes time by itself."""
    page.clock.pause_at("2100-01-01")
