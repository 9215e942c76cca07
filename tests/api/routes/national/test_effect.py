"""Expected effect in the API: ranges with what they assume."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.store.national.statistics import replace_measures
from kb.embedding.embedder import Embedder
from kb.national.statistics.statistic import Statistic
from tests.api.case_service import make_browser, run_service
from tests.api.national_index import AREA, publish_national
from tests.fakes.moments import NOON, SetMoments
from tests.store import database_in

HERE = "/v1/national/effect"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Iterator[TestClient]:
    """A service with statistics of Borås and Stockholm."""
    folder: Path = tmp_path_factory.mktemp("effect")
    with run_service(publish_national(folder / "snapshots", embedder), folder / "state", SetMoments()) as client:
        told = [
            Statistic(
                municipality_code=code,
                year=year,
                measure="Rekryterade",
                value=value,
                source_url="https://statistik.example.se",
                area=AREA,
            )
            for code, year, value in (("1490", 2023, 300.0), ("1490", 2024, 400.0), ("0180", 2024, 9.0))
        ]
        with database_in(client).session() as session:
            replace_measures(session, told, NOON)
        yield client


@pytest.fixture(scope="module")
def rut(service: TestClient) -> TestClient:
    return make_browser(service, "rut@lst.example.se", "advisor", "county", "14")


def ask(browser: TestClient, **asked: Any) -> dict[str, Any]:
    answer = browser.get(HERE, params={"municipality": "Borås", **asked})
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json()
    return told


def test_each_method_has_a_range_of_size_reach_and_evidence(rut: TestClient) -> None:
    told = ask(rut, reach_low=0.5, reach_high=1)
    (problem,) = told["problems"]
    assert problem["size"] == {
        "area": AREA,
        "measure": "Rekryterade",
        "values": {"low": 300, "high": 400},
        "origin": "statistics",
        "years": [2023, 2024],
        "source_url": "https://statistik.example.se",
        "plan_id": None,
    }
    first = problem["effects"][0]
    assert (first["slug"], first["direction"], first["effect"], first["certainty"]) == (
        "minskar",
        "gain",
        "minskar mycket",
        "hög",
    )
    assert first["change"] == {"low": -0.5, "high": -0.25}
    assert first["changed"] == {"low": -200, "high": -37}  # 400 * 0.5, and 300 * 0.5 * 0.25 = 37.5 in two digits


def test_no_answer_is_a_single_number(rut: TestClient) -> None:
    (problem,) = ask(rut, reach_low=1, reach_high=1)["problems"]
    for effect in problem["effects"]:
        assert (effect["changed"] is None) == (effect["why_none"] is not None)
        if effect["changed"]:
            assert effect["changed"]["low"] < effect["changed"]["high"]


def test_harm_is_never_a_gain(rut: TestClient) -> None:
    (problem,) = ask(rut)["problems"]
    harm = [effect for effect in problem["effects"] if effect["direction"] == "harm"]
    assert {effect["slug"] for effect in harm} == {"avrads", "skadar"}
    assert all(effect["changed"] is None or effect["changed"]["low"] >= 0 for effect in harm)
    assert problem["effects"][-len(harm) :] == harm


def test_what_is_assumed_stands_beside(rut: TestClient) -> None:
    told = ask(rut)
    assert told["reach"] == {"low": 0.1, "high": 1}
    assert "holds_here" in told["assumptions"]
    assert told["is_off"] is False


def test_a_municipality_of_another_county_is_refused(rut: TestClient) -> None:
    answer = rut.get(HERE, params={"municipality": "0180"})
    assert (answer.status_code, answer.json()["type"].split("/")[-1]) == (403, "RoleRefused")


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ({"municipality": "Ankeborg"}, "UnknownMunicipality"),
        ({"municipality": "1490", "reach_low": 0}, "invalid"),
        ({"municipality": "1490", "reach_high": 1.5}, "invalid"),
        ({}, "invalid"),
    ],
)
def test_what_cannot_be_read_is_refused(rut: TestClient, asked: dict[str, Any], kind: str) -> None:
    answer = rut.get(HERE, params=asked)
    assert answer.status_code in (404, 422)
    assert kind.lower() in answer.json()["type"].lower()


def test_a_municipality_without_a_number_has_no_problems_but_is_not_off(rut: TestClient) -> None:
    told = ask(rut, municipality="Göteborg")
    assert (told["problems"], told["is_off"]) == ([], False)
