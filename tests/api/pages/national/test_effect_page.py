"""Expected effect as a page: off without a number, ranges with one, harm apart, plans only where they are shared."""

from typing import Any

from fastapi.testclient import TestClient

from api.store.database import Database
from api.store.national.statistics import replace_measures
from api.store.plans.save import create_plan
from api.store.plans.tables import AdvisorRight, SavedPlan
from kb.national.statistics.statistic import Statistic
from tests.api.case_service import make_browser
from tests.api.national_index import AREA
from tests.api.pages.read_page import Page, read_page
from tests.fakes.moments import NOON
from tests.kb.plans.working.small_work import MEASURE, PROBLEM, work_with

EFFECT = "/nationellt/effekt"
OFF = "Inget underlag är inläst"


def ask(browser: TestClient, **asked: str) -> Page:
    answer = browser.get(EFFECT, params=asked)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    return read_page(answer.text)


def text_of(page: Page) -> str:
    return " ".join(page.all("main")[0].text.split())


def load(database: Database, value: float = 400, code: str = "1490", **changed: Any) -> None:
    fields = {"year": 2024, "measure": "Rekryterade", "source_url": "https://statistik.example.se", "area": AREA}
    told = Statistic(municipality_code=code, value=value, **{**fields, **changed})
    with database.session() as session:
        replace_measures(session, [told], NOON)


def save_plan(database: Database, advisors: AdvisorRight, town: str = "1490") -> str:
    edits = {f"{PROBLEM}/baseline": "80", f"{PROBLEM}/goal_number": "Köp på torget", f"{MEASURE}/decision": "chosen"}
    with database.session() as session:
        plan_id = create_plan(session, work_with(edits), town, "a" * 32, NOON)
        session.get_one(SavedPlan, plan_id).advisors = advisors
    return plan_id


def rows(page: Page) -> dict[str, str]:
    """What each row of the tables says of a method, by the words of its first cell."""
    cells = [element for element in page.elements if element.attributes.get("role") in ("rowheader", "cell")]
    return {
        " ".join(cells[n].text.split()): " ".join(cells[n + 2].text.split())
        for n, cell in enumerate(cells)
        if cell.attributes["role"] == "rowheader"
    }


def test_it_is_off_until_something_is_loaded_and_says_how(bra: TestClient, stored: Database) -> None:
    for asked in ({}, {"kommun": "1490"}):
        page = ask(bra, **asked)
        assert OFF in text_of(page)
        assert "kb statistics load FIL.csv" in text_of(page)
        assert page.all("table") == []
    load(stored)
    assert OFF not in text_of(ask(bra))


def test_each_method_has_a_range_and_harm_stands_apart(bra: TestClient, stored: Database) -> None:
    load(stored)
    page = ask(bra, kommun="1490", fran="50", till="100")
    assert rows(page) == {
        "minskar": "50–200 färre 25–50 procent färre",  # 400 * 0.5 * 0.25 and 400 * 0.5
        "osaker": "0–100 färre 0–25 procent färre",
        "skadar Avråds": "1–200 fler 0,5–50 procent fler",  # 400 * 0.5 * 0.005 and 400 * 0.5
        "avrads Avråds": "avråds; inget spann visas som vinst",
    }
    assert "Gör skada eller avråds" in [heading.text for heading in page.all("h3")]
    told = text_of(page)
    assert "okand: effekten är inte känd" in told
    assert "sspf: inget utfall är bedömt för problemet" in told
    assert "Åtgärden når mellan 50 och 100 procent av problemet." in told


def test_without_a_reach_it_is_wide_and_a_typed_one_that_is_none_is_not_taken(
    bra: TestClient, stored: Database
) -> None:
    load(stored)
    wide = rows(ask(bra, kommun="1490"))
    assert wide["minskar"].startswith("10–200 färre")
    for typed in ("0", "101", "-5", "x", "9" * 5000):
        assert rows(ask(bra, kommun="1490", fran=typed, till=typed)) == wide
    assert rows(ask(bra, kommun="1490", fran="100", till="50")) == rows(ask(bra, kommun="1490", fran="50", till="100"))


def test_a_plan_that_is_shared_with_advisors_tells_the_size(rut: TestClient, stored: Database) -> None:
    plan_id = save_plan(stored, "read")
    page = ask(rut, kommun="1490")
    assert "Köp på torget: 80" in text_of(page)
    assert f"/planer/{plan_id}" in list(page.links())
    assert OFF not in text_of(page)


def test_a_plan_that_is_not_shared_is_not_told_of(rut: TestClient, bra: TestClient, stored: Database) -> None:
    save_plan(stored, "none")
    for browser in (rut, bra):
        assert "Köp på torget" not in text_of(ask(browser, kommun="1490"))
        assert OFF in text_of(ask(browser, kommun="1490"))


def test_an_advisor_of_a_county_chooses_among_its_municipalities(rut: TestClient, stored: Database) -> None:
    load(stored, code="0180")
    save_plan(stored, "write", "0180")
    page = ask(rut, kommun="0180")
    assert "Stockholm" not in text_of(page)
    assert "80" not in text_of(page)
    assert page.all("table") == []


def test_a_municipality_without_a_number_is_told_so(bra: TestClient, stored: Database) -> None:
    load(stored)
    assert "För Göteborg finns inget tal" in text_of(ask(bra, kommun="1480"))


def test_those_with_statistics_are_listed(bra: TestClient, stored: Database) -> None:
    load(stored)
    assert f"{EFFECT}?kommun=1490" in list(ask(bra).links())


def test_what_is_loaded_is_shown_on_the_map_too(bra: TestClient, stored: Database) -> None:
    load(stored, measure="Anmälda & andra")
    page = read_page(bra.get("/nationellt/karta", params={"visa": "statistik:Anmälda & andra"}).text)
    assert "Borås: 400" in [element.text for element in page.all("title")]
    assert "Göteborg: saknas" in [element.text for element in page.all("title")]
    assert "En kommun utan värde är streckad" in text_of(page)
    assert [element.text for element in page.all("th") if element.attributes["scope"] == "row"] == [
        "Borås",
        "Göteborg",
        "Stockholm",
    ]


def test_it_is_in_english_too(bra: TestClient, stored: Database) -> None:
    load(stored)
    answer = bra.get(EFFECT, params={"kommun": "1490"}, headers={"accept-language": "en"})
    assert "10–200 fewer" in answer.text


def test_a_coordinator_may_not(service: TestClient) -> None:
    assert make_browser(service, "anna@alvdala.example.se").get(EFFECT).status_code == 403
