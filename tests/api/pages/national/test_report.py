"""The report as a page: of what one may see, with every figure leading to its cases."""

import re
from html import unescape

from fastapi.testclient import TestClient

from api.store.database import Database
from tests.api.advised_case import save_advised_case

REPORT = "/nationellt/rapport"
YEAR = "fran=2026-01-01&till=2026-12-31"


def test_every_figure_leads_to_its_cases(bra: TestClient, stored: Database) -> None:
    save_advised_case(stored)
    page = bra.get(f"{REPORT}?{YEAR}")
    assert page.headers["cache-control"] == "no-store"
    links = re.findall(r'href="(/nationellt/rapport/arenden[^"]*)"', page.text)
    assert links
    for link in links:
        assert '<a class="ds-link" href="/arenden/' in bra.get(unescape(link)).text, link


def test_a_county_sees_its_own(rut: TestClient, stored: Database) -> None:
    save_advised_case(stored, "0180")
    page = rut.get(f"{REPORT}?{YEAR}").text
    assert "Du ser Västra Götaland." in page
    assert "ingen kommun har bett om stöd" in page


def test_what_is_no_period_is_told_and_this_year_shown(bra: TestClient) -> None:
    page = bra.get(f"{REPORT}?fran=2026-02-30&till=nu")
    assert page.status_code == 200
    assert "Det är ingen tid att redovisa." in page.text
    assert bra.get(f"{REPORT}/fil?fran=x&till=y&format=docx").status_code == 422


def test_a_figure_that_is_none_has_no_cases(bra: TestClient) -> None:
    assert "Det finns inget sådant tal" in bra.get(f"{REPORT}/arenden?{YEAR}&tabell=x&rad=y&varde=z").text


def test_files_are_taken_home_and_open_data_of_years_that_have_ended(bra: TestClient) -> None:
    for form in ("docx", "xlsx"):
        answer = bra.get(f"{REPORT}/fil?{YEAR}&format={form}")
        assert answer.headers["content-disposition"].endswith(f'.{form}"')
    assert bra.get(f"{REPORT}/fil?{YEAR}&format=zip").status_code == 422
    assert bra.get(f"{REPORT}/fil?fran=2025-01-01&till=2025-12-31&format=zip").content[:2] == b"PK"


def test_the_same_figures_as_json(bra: TestClient, stored: Database) -> None:
    save_advised_case(stored)
    told = bra.get("/v1/national/report?from=2026-01-01&to=2026-12-31").json()
    assert told["total"]["received_towns"] == 1
    assert told["tables"]["counties"][0]["name"] == "Västra Götaland"
    assert "1 kommun" in told["text"][0]
