"""Data for search engines stands in the page under its policy: Chromium neither runs it nor complains."""

import json

import pytest

from tests.browser.open_pages import NewPage


@pytest.mark.parametrize("path", ["/", "/vagledning/sspf", "/problemomrade/nyrekrytering"])
def test_a_data_block_is_no_script(new_page: NewPage, site: str, path: str) -> None:
    page = new_page()
    page.goto(site + path)
    (text,) = page.locator("script[type='application/ld+json']").all_text_contents()
    assert json.loads(text)["url"] == site + path
