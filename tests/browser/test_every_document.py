"""The pages of all documents as axe sees their structure: headings, names and tables follow from what editors write.

One page of each kind is looked at in every way in test_every_page.py; colours are the same on all.
"""

import pytest
from playwright.sync_api import Page

from tests.browser.accessibility import find_violations
from tests.site.sitemap import read_sitemap

WRITTEN = (
    *("heading-order", "empty-heading", "page-has-heading-one", "document-title"),
    *("image-alt", "link-name", "list", "listitem", "definition-list", "dlitem"),
    *("empty-table-header", "scope-attr-valid", "td-headers-attr", "th-has-data-cells"),
)
"""The rules that a document's own text can break."""


@pytest.mark.timeout(600)  # a hundred pages in a row
@pytest.mark.parametrize("folder", ["/vagledning/", "/problemomrade/", "/expert/"])
def test_no_document_breaks_the_structure_of_its_page(page: Page, site: str, folder: str) -> None:
    listed = read_sitemap(page.request.get("/sitemap.xml").body(), site)
    paths = [path for path in listed if path.startswith(folder)]
    assert len(paths) > 1
    found = {}
    for path in paths:
        page.goto(path)
        found[path] = find_violations(page, *WRITTEN)
    assert {path: violations for path, violations in found.items() if violations} == {}
