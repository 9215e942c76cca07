"""The order of priority in the API."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from kb.embedding.embedder import Embedder
from tests.api.case_service import make_browser, run_service
from tests.api.national_index import AREA, publish_national
from tests.api.problem_details import read_problem
from tests.api.store.cases.made import make_case
from tests.fakes.moments import SetMoments
from tests.store import database_in

HERE = "/v1/national/priority"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Iterator[TestClient]:
    """A service with a case of Borås."""
    folder: Path = tmp_path_factory.mktemp("priority")
    with run_service(publish_national(folder / "snapshots", embedder), folder / "state", SetMoments()) as client:
        make_case(database_in(client))
        yield client


@pytest.fixture(scope="module")
def bra(service: TestClient) -> TestClient:
    return make_browser(service, "b@bra.example.se", "advisor", "all", "")


@pytest.fixture(scope="module")
def rut(service: TestClient) -> TestClient:
    return make_browser(service, "rut@lst.example.se", "advisor", "county", "14")


def ask(browser: TestClient, **asked: Any) -> dict[str, Any]:
    answer = browser.get(HERE, params=asked)
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json()
    return told


def test_each_municipality_has_its_place_and_what_it_is_made_of(bra: TestClient) -> None:
    told = ask(bra)
    assert told["decision"] == "Beslutsstöd, inte ett beslut."
    assert sum(told["weights"].values()) == 100
    first, *_, last = told["municipalities"]
    assert (first["municipality"], first["place"], last["place"], last["last_place"]) == ("Borås", 1, 2, 3)
    assert first["criteria"]["area_class"] == {"value": 1.0, "low": 1.0, "high": 1.0}
    assert first["support"] == {"open_cases": 1, "ended_cases": 0, "advice_hours": 0.0, "areas": [AREA]}
    assert [one["year"] for one in first["lists"]] == [2025, 2023]


def test_what_is_missing_has_no_value_and_the_whole_range(bra: TestClient) -> None:
    last = ask(bra)["municipalities"][-1]
    assert last["criteria"]["methods"] == {"value": None, "low": 0.0, "high": 1.0}


def test_the_weights_make_the_order(bra: TestClient) -> None:
    nothing = dict.fromkeys(("area_class", "areas", "change", "asked", "methods", "experts"), 0)
    told = ask(bra, **nothing, had=3)
    assert {row["place"] for row in told["municipalities"]} == {1}
    assert told["weights"]["had"] == 3


def test_an_advisor_of_a_county_has_its_own_and_of_others_the_lists(rut: TestClient) -> None:
    own = ask(rut)
    assert (own["county"], len(own["municipalities"])) == ("14", 2)
    country = ask(rut, county="")
    assert (country["county"], len(country["municipalities"])) == (None, 3)
    assert list(country["weights"]) == ["area_class", "areas", "change"]
    assert [row["support"] for row in country["municipalities"]] == [None] * 3
    assert set(country["municipalities"][0]["criteria"]) == {"area_class", "areas", "change"}


@pytest.mark.parametrize("asked", [{"asked": 101}, {"asked": -1}, {"asked": "x"}, {"county": "x"}])
def test_what_cannot_be_asked_is_refused(bra: TestClient, asked: dict[str, Any]) -> None:
    assert bra.get(HERE, params=asked).status_code == 422


def test_weights_that_are_all_zero_are_told(bra: TestClient) -> None:
    names = ("area_class", "areas", "change", "asked", "had", "methods", "experts")
    told = read_problem(bra.get(HERE, params=dict.fromkeys(names, 0)), 422, "WeightsRejected")
    assert "raise at least one" in told
