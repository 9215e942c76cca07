"""A question written in the widget, and its own answer waited for: what an earlier one left there is no sign of it."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, Response, expect


def ask(page: Page, text: str) -> None:
    """Write the text in the field at one stroke, so that one search is made, and return once its answer is shown."""
    page.get_by_role("searchbox").select_text()
    with page.expect_response(lambda response: _is_answer(response, text)):
        page.keyboard.insert_text(text)
    expect(page.locator("kb-search [part=results]")).not_to_have_attribute("aria-busy", "true")


def _is_answer(response: Response, text: str) -> bool:
    address = urlsplit(response.url)
    return address.path == "/v1/search" and parse_qs(address.query)["q"] == [text]
