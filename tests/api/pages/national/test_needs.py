"""The overview of needs: what is out, and nothing else, whatever is asked for."""

import csv
import re
from itertools import product

import pytest
from fastapi.testclient import TestClient

from api.national.needs_file import tell
from api.store.database import Database
from tests.api.pages.national.conftest import FIGURES

NEEDS = "/nationellt/behov"


def test_before_anything_is_out_the_page_says_so_and_shows_what_there_is(bra: TestClient) -> None:
    page = bra.get(NEEDS).text
    assert "Inga siffror än" in page
    assert "Ingen metod är avsedd för området." in page  # none is for graffiti


def test_the_last_year_is_shown_with_its_counties(bra: TestClient, stored: Database) -> None:
    answer = bra.get(NEEDS)
    assert answer.headers["cache-control"] == "no-store"
    cells = _read_cells(answer.text)
    assert cells["Klotter"] == ["31", "–", "17"]
    assert cells["Nyrekrytering"] == ["–", "–", "–"]
    assert cells["Något av områdena"] == ["40", "–", "–"]


def test_it_is_parted_by_size_and_half_year_too(bra: TestClient, stored: Database) -> None:
    assert _read_cells(bra.get(f"{NEEDS}?per=storlek").text)["Klotter"] == ["31", "6"]
    assert _read_cells(bra.get(f"{NEEDS}?per=halvar").text)["Klotter"] == ["31", "12", "–"]


def test_a_half_year_has_its_own_figures_alone(bra: TestClient, stored: Database) -> None:
    assert _read_cells(bra.get(f"{NEEDS}?tid=2026-h1&per=lan").text)["Klotter"] == ["–", "9"]


def test_gaps_stand_with_the_most_asked_for_first(bra: TestClient, stored: Database) -> None:
    gaps = bra.get(NEEDS).text.partition("<h2>Luckor</h2>")[2].partition("<h2 ")[0]
    assert re.findall(r'href="/problemomrade/(\w+)"', gaps)[0] == "klotter"


def test_an_advisor_of_a_county_sees_its_county_and_the_country(rut: TestClient, stored: Database) -> None:
    page = rut.get(f"{NEEDS}?per=storlek").text  # there is no other way to part it
    assert _read_cells(page)["Klotter"] == ["31", "17"]
    assert "Stockholm" not in page.partition("</h1>")[2].partition("<footer")[0]
    assert rut.get("/v1/national/needs?by=size").json()["part"] == "county"


def test_a_period_that_is_not_out_is_refused(bra: TestClient, stored: Database) -> None:
    assert bra.get(f"{NEEDS}?tid=2019").status_code == 404
    answer = bra.get("/v1/national/needs?period=2019", headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["title"]) == (404, "Det finns inga siffror för den tiden")
    assert bra.get(f"{NEEDS}?tid=2025-05-01").status_code == 422


@pytest.mark.parametrize("who", ["bra", "rut"])
def test_no_address_leads_to_a_figure_that_is_not_out(
    who: str, stored: Database, request: pytest.FixtureRequest
) -> None:
    """All that can be chosen, by page, file and API: the attack of the figures has nothing more to go by."""
    browser: TestClient = request.getfixturevalue(who)
    for period, by in product(FIGURES, ("county", "size", "half")):
        out = set(FIGURES[period].values())
        told = browser.get(f"/v1/national/needs?period={period}&by={by}").json()
        cells = [cell for row in told["areas"] for cell in row["cells"]] + told["any_area"]
        seen = {cell["municipalities"] for cell in cells} | {row["municipalities"] for row in told["areas"]}
        seen |= {gap["municipalities"] for gap in told["gaps"]}
        assert seen - {None} <= out
        lines = csv.DictReader(
            browser.get(f"/v1/national/needs?period={period}&by={by}&format=csv").text.splitlines(), delimiter=";"
        )
        assert {line["municipalities"] for line in lines} - {""} <= {str(n) for n in out}


def test_the_file_has_every_cell_and_says_which_are_hidden(bra: TestClient, stored: Database) -> None:
    answer = bra.get(f"{NEEDS}/fil?tid=2025&per=lan")
    assert answer.headers["content-disposition"] == 'attachment; filename="behov-2025-county.csv"'
    lines = list(csv.DictReader(answer.text.removeprefix("\ufeff").splitlines(), delimiter=";"))
    klotter = {line["key"]: line for line in lines if line["area"] == "klotter"}
    assert (klotter["14"]["municipalities"], klotter["14"]["shown"]) == ("17", "yes")
    assert (klotter["01"]["municipalities"], klotter["01"]["shown"]) == ("", "no")
    assert klotter["14"]["key_name"] == "Västra Götaland"


def test_no_cell_of_the_file_begins_a_formula() -> None:
    assert [tell(text) for text in ("=1+1", "+46", "-2", "@SUM", "\tx")] == ["'=1+1", "'+46", "'-2", "'@SUM", "'\tx"]


def _read_cells(page: str) -> dict[str, list[str]]:
    """Name of a row of the heat map -> what its coloured cells show."""
    table = page.partition('<table class="ds-table heat-map">')[2].partition("</table>")[0]
    return {
        _strip(re.findall(r'<th scope="row">(.*?)</th>', row)[0]): [
            _strip(cell).replace("visas inte", "") for cell in re.findall(r'<td class="heat"[^>]*>(.*?)</td>', row)
        ]
        for row in table.split("<tr>")[2:]
    }


def _strip(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html).strip()
