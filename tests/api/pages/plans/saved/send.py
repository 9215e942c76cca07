"""A form of a page, filled in and sent as a browser does."""

from fastapi.testclient import TestClient
from httpx2 import Response

from tests.api.pages.fill_form import fill_form


def send(browser: TestClient, page: str, action: str, typed: dict[str, str] | None = None, **headers: str) -> Response:
    """What comes of opening the page, changing fields of its form with that action, and sending it."""
    fields = dict(fill_form(browser.get(page).text, action))
    return browser.post(action, data={**fields, **(typed or {})}, headers=headers, follow_redirects=False)
