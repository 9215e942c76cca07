"""Who first: the order as its weights make it, with reasons, and only what whoever asks may see."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.national.priority_file import write_priority_csv
from api.store.database import Database
from kb.national.priority.criteria import DEFAULT_WEIGHTS
from kb.national.priority.priority import Priority, PriorityRow, TownView
from kb.national.priority.rank import rank_towns
from kb.national.priority.support import NOTHING
from kb.national.priority.told import MISSING, exactly
from kb.registers import Municipality
from tests.api.case_service import make_browser
from tests.api.national_index import AREA
from tests.api.pages.read_page import Page, read_page
from tests.api.store.cases.advised import give_advice
from tests.api.store.cases.made import make_case
from tests.builders import TODAY

HERE = "/nationellt/prioritering"
WEIGHTS = {
    "klass": "0",
    "omraden": "0",
    "forandring": "0",
    "begart": "10",
    "fatt": "0",
    "metoder": "0",
    "experter": "0",
}


def ask(browser: TestClient, **asked: str) -> Page:
    answer = browser.get(HERE, params=asked)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    return read_page(answer.text)


def list_towns(page: Page) -> list[str]:
    """Municipalities of the order as it stands."""
    links = [element for element in page.all("a") if element.attributes.get("href", "").endswith("#kommun")]
    return [element.text for element in links]


def text_of(page: Page) -> str:
    return " ".join(page.all("main")[0].text.split())


def read_row(page: Page, head: str) -> list[str]:
    """The cells after the head of a row."""
    place = next(n for n, element in enumerate(page.elements) if (element.tag, element.text.strip()) == ("th", head))
    cells = [element for element in page.elements[place + 1 : place + 8] if element.tag == "td"]
    return [cell.text.strip() for cell in cells[:3]]


def test_who_has_an_area_that_is_sarskilt_utsatt_comes_first_and_it_is_no_decision(bra: TestClient) -> None:
    page = ask(bra)
    assert list_towns(page) == ["Borås", "Göteborg", "Stockholm"]
    told = text_of(page)
    assert "Beslutsstöd, inte ett beslut." in told
    assert "2025: 1 särskilt utsatt, 1 utsatt" in told
    assert "2023: 3 riskområde" in told
    assert "Listorna efter 2023 har ingen klass riskområde" in told
    assert "Listorna 2015, 2017 och 2019 saknas" in told


def test_a_link_holds_the_weights_and_the_sliders_show_them(bra: TestClient, stored: Database) -> None:
    make_case(stored, municipality_code="0180")
    page = ask(bra, **WEIGHTS)
    assert list_towns(page)[0] == "Stockholm"
    sliders = {e.attributes["name"]: e for e in page.all("input") if e.attributes.get("type") == "range"}
    assert {name: slider.attributes["value"] for name, slider in sliders.items()} == WEIGHTS
    hints = {element.attributes.get("id") for element in page.elements}
    assert all(slider.attributes["aria-describedby"] in hints for slider in sliders.values())
    link = next(e for e in page.all("a") if e.text == "Stockholm").attributes["href"]
    assert "begart=10" in link and "klass=0" in link


def test_a_municipality_shows_what_its_place_is_made_of_and_what_is_missing(bra: TestClient, stored: Database) -> None:
    case_id = make_case(stored)
    with stored.session() as session:
        give_advice(session, case_id, hours=6.0, day=TODAY)
    page = ask(bra, kommun="1490")
    told = text_of(page)
    assert "Plats 1 av 3" in told
    assert "Öppna ärenden: 1. Avslutade: 0. Rådgivning: 6 timmar." in told
    assert read_row(page, "Har fått lite stöd") == ["75", "4\N{NO-BREAK SPACE}%", "3,0"]
    assert "Alby (riskområde)" in told
    assert "som säkrast hög säkerhet" in told
    other = ask(bra, kommun="0180")
    assert read_row(other, "Metoder med känd effekt")[0].startswith("saknas")
    assert "Det räknas som allt mellan 0 och 100" in text_of(other)


def test_an_advisor_of_a_county_sees_its_own_by_all_and_the_country_by_the_lists(
    rut: TestClient, stored: Database
) -> None:
    make_case(stored, municipality_code="0180")
    make_case(stored)
    own = ask(rut)
    assert list_towns(own) == ["Borås", "Göteborg"]
    assert "1 öppna" in text_of(own)
    for asked in ({"lan": ""}, {"lan": "01"}, {"lan": "01", "kommun": "0180"}):
        page = ask(rut, **asked)
        assert "Stockholm" in list_towns(page)
        told = text_of(page)
        assert "Här räknas bara polisens listor" in told
        assert "öppna" not in told
        assert "Öppna ärenden" not in told
    sliders = [e.attributes["name"] for e in ask(rut, lan="").all("input") if e.attributes.get("type") == "range"]
    assert sliders == ["klass", "omraden", "forandring"]


def test_nothing_of_another_county_can_be_told_from_the_order(rut: TestClient, stored: Database) -> None:
    """The order of the country is the same to the advisor whatever others have asked."""
    before = rut.get(f"{HERE}/fil", params={"lan": "", **WEIGHTS, "klass": "1"}).text
    make_case(stored, municipality_code="0180")
    assert rut.get(f"{HERE}/fil", params={"lan": "", **WEIGHTS, "klass": "1"}).text == before


def test_the_order_can_be_sorted_by_a_link_and_says_so(bra: TestClient, stored: Database) -> None:
    make_case(stored, municipality_code="0180")
    page = ask(bra, sortera="arenden")
    assert list_towns(page)[0] == "Stockholm"
    heads = [e for e in page.all("th") if "aria-sort" in e.attributes]
    assert [(e.text.strip(), e.attributes["aria-sort"]) for e in heads] == [("Ärenden", "descending")]
    assert list_towns(ask(bra, sortera="namn")) == ["Borås", "Göteborg", "Stockholm"]


@pytest.mark.parametrize("asked", [{"klass": "101"}, {"klass": "-1"}, {"klass": "x"}, {"klass": "²"}])
def test_a_weight_that_is_none_is_told_with_the_way_out(bra: TestClient, asked: dict[str, str]) -> None:
    answer = bra.get(HERE, params=asked)
    assert answer.status_code == 422
    assert "Vikterna ger ingen ordning" in answer.text


def test_all_weights_at_zero_put_nobody_first(bra: TestClient) -> None:
    assert bra.get(HERE, params={**WEIGHTS, "begart": "0"}).status_code == 422


def test_a_page_or_county_that_is_none_shows_what_there_is(bra: TestClient) -> None:
    for asked in ({"sida": "99"}, {"sida": "x"}, {"sida": "0"}, {"lan": "99"}, {"sortera": "x"}, {"kommun": "9999"}):
        assert len(list_towns(ask(bra, **asked))) == 3


def test_the_file_has_every_municipality_with_its_values_and_says_what_is_missing(bra: TestClient) -> None:
    answer = bra.get(f"{HERE}/fil")
    assert answer.headers["content-disposition"] == f'attachment; filename="prioritering-{TODAY}.csv"'
    assert answer.headers["cache-control"] == "no-store"
    rows = {row["municipality"]: row for row in csv.DictReader(io.StringIO(answer.text[1:]), delimiter=";")}
    assert set(rows) == {"Borås", "Göteborg", "Stockholm"}
    assert rows["Borås"]["areas_2025"] == "Norrby (särskilt utsatt), Hulta (utsatt)"
    assert (rows["Borås"]["area_class"], rows["Borås"]["area_class_weight"]) == ("1", "50")
    missing = [rows["Stockholm"][f"methods{end}"] for end in ("", "_low", "_high", "_missing")]
    assert missing == ["", "0", "1", "1"]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_name_is_never_run_as_a_formula(name: str) -> None:
    town = make_town(name)
    values = {**dict.fromkeys(DEFAULT_WEIGHTS, MISSING), "asked": exactly(0.5)}
    view = TownView(town=town, lists=(), values=values, support=NOTHING, covered={})
    (ranked,) = rank_towns({town.code: values}, DEFAULT_WEIGHTS)
    priority = make_priority(rows=(PriorityRow(view, ranked),))
    (row,) = csv.DictReader(io.StringIO(write_priority_csv(priority)[1:], newline=""), delimiter=";")
    assert (row["municipality"], row["asked"]) == (f"'{name}", "0,5")


def make_town(name: str) -> Municipality:
    return Municipality(
        code="1490",
        name=name,
        official_name=name,
        county_code="14",
        county_name="Västra Götalands län",
        police_region="Väst",
        population=1,
        population_year=2024,
    )


def make_priority(**changed: Any) -> Priority:
    fields: dict[str, Any] = {
        "rows": (),
        "criteria": tuple(DEFAULT_WEIGHTS),
        "weights": DEFAULT_WEIGHTS,
        "list_years": (),
        "last_with_risk": None,
        "since": TODAY,
        "counties": {},
        "county": "",
    }
    return Priority(**{**fields, **changed})


def test_only_advisors_are_shown_it(service: TestClient, national_index: Path) -> None:
    coordinator = make_browser(service, "anna@boras.example.se")
    for path in (HERE, f"{HERE}/fil"):
        assert coordinator.get(path).status_code == 403
        assert "Borås" not in coordinator.get(path).text


def test_the_overview_leads_to_it(bra: TestClient) -> None:
    assert HERE in [e.attributes.get("href") for e in read_page(bra.get("/nationellt").text).all("a")]


def test_what_is_asked_about_is_covered_by_area(bra: TestClient, stored: Database) -> None:
    make_case(stored)
    page = ask(bra, kommun="1490")
    assert f"/problemomrade/{AREA}" in [e.attributes.get("href") for e in page.all("a")]
