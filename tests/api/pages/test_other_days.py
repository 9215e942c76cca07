"""Pages that show a calendar, or what runs out, on other days than TODAY."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.pages.experts.expert_options import N_MONTHS
from kb.search.searcher import Searcher
from tests.api.conftest import make_app
from tests.api.pages.read_page import read_page
from tests.api.pages.test_routes import PAGES
from tests.builders import TODAY
from tests.days import ODD_DAYS, days_after, library_of
from tests.fakes.clock import SetClock

SLUG = "tranemo-est"
WITH_A_CALENDAR = "demo-alvdala-samordnare"
MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]
TEXT = {"text": "Unga säljer narkotika öppet på torget, mest på kvällar och helger.", "municipality": "Borås"}


@pytest.fixture(scope="module")
def _clock() -> SetClock:
    return SetClock()


@pytest.fixture
def clock(_clock: SetClock) -> Iterator[SetClock]:
    """The clock of both services, put back afterwards."""
    yield _clock
    _clock.day = TODAY


@pytest.fixture(scope="module")
def client(snapshots: Path, _clock: SetClock) -> Iterator[TestClient]:
    """A client of the service over the shipped content, whose publications run out."""
    with TestClient(make_app(snapshots, _clock)) as client:
        yield client


@pytest.fixture(scope="module")
def lasting(lasting_snapshots: Path, _clock: SetClock) -> Iterator[TestClient]:
    """The same as a demonstration, with publications that do not run out."""
    with TestClient(make_app(lasting_snapshots, _clock, demo=True)) as client:
        yield client


def write_month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def test_a_calendar_begins_with_the_month_of_the_day(lasting: TestClient, clock: SetClock, searcher: Searcher) -> None:
    for clock.day in (*ODD_DAYS.values(), *days_after(library_of(searcher.snapshot))):
        cells = read_page(lasting.get(f"/expert/{WITH_A_CALENDAR}").text).all("th")
        months = [cell.text for cell in cells if cell.attributes.get("scope") == "row"]
        assert (len(months), months[0]) == (12, write_month(clock.day))


def test_a_profile_has_a_page_as_long_as_it_is_published(
    client: TestClient, clock: SetClock, searcher: Searcher
) -> None:
    for clock.day in days_after(library_of(searcher.snapshot)):
        is_published = searcher.snapshot.experts[SLUG].is_published(clock.day)
        assert client.get(f"/expert/{SLUG}").status_code == (200 if is_published else 404)


def test_the_list_of_experts_has_those_who_are_published(
    client: TestClient, clock: SetClock, searcher: Searcher
) -> None:
    days = days_after(library_of(searcher.snapshot))
    for clock.day in (*ODD_DAYS.values(), days[0], days[-1]):
        n_published = sum(expert.is_published(clock.day) for expert in searcher.snapshot.experts.values())
        listed = client.get("/v1/experts", params={"n": 1}).json()["n_experts"]
        assert listed == n_published
        told = read_page(client.get("/experter").text)
        assert len(told.all("article")) == min(20, int(told.by_id("svar").text.split()[0]))


def test_choices_of_months_begin_with_the_month_of_the_day(lasting: TestClient, clock: SetClock) -> None:
    for clock.day in ODD_DAYS.values():
        page = read_page(lasting.get("/experter").text)
        months = [o.text for o in page.all("option") if re.fullmatch(r"\d{4}-\d\d", o.attributes["value"])]
        assert (len(months), months[0]) == (2 * N_MONTHS, write_month(clock.day))


def test_a_match_and_its_plan_begin_on_the_day(lasting: TestClient, clock: SetClock) -> None:
    for clock.day in ODD_DAYS.values():
        told = read_page(lasting.get("/matcha").text).by_id("from-hint").text
        assert f"Tomt betyder i dag, {clock.day.day} {write_month(clock.day)}." in told
        found = lasting.post("/v1/match", json=TEXT).json()
        assert found["period"]["from"] == clock.day.isoformat()
        (problem,) = found["problems"]
        assert problem["experts"]
        assert lasting.post("/v1/plans?format=json", json=TEXT).json()["drafted"] == clock.day.isoformat()


@pytest.mark.parametrize("name", PAGES)
def test_no_page_needs_an_expert(client: TestClient, clock: SetClock, searcher: Searcher, name: str) -> None:
    clock.day = days_after(library_of(searcher.snapshot))[-1]
    status, ask = PAGES[name]
    assert ask(client).status_code == (404 if name == "expert" else status)
