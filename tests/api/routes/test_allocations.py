"""/v1/allocations on the shipped content: experts shared among cases."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.languages import Language, load_strings
from api.schemas.allocation import MAX_CASES, AllocationIn
from kb.search.searcher import Searcher
from kb.staffing.capacity import ASSUMED_HOURS_PER_MONTH, find_parallel_cases
from tests.api.problem_details import read_problem
from tests.root import ROOT

SECRET = "Hemligheten om Kalle"
EXAMPLE = ROOT / "docs" / "examples" / "cases.json"
CASE = {"id": "a", "problems": ["narkotika"], "from": "2027-03-01", "to": "2027-04-30"}


def _allocate(client: TestClient, *cases: dict[str, Any], **fields: Any) -> dict[str, Any]:
    answer = client.post("/v1/allocations", json={"cases": cases, **fields})
    assert answer.status_code == 200
    body: dict[str, Any] = answer.json()
    return body


def test_the_example_file_gets_an_allocation_that_keeps_every_limit(client: TestClient, searcher: Searcher) -> None:
    body = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    found = _allocate(client, *body["cases"])
    assert [case["id"] for case in found["cases"]] == [f"exempel-{n}" for n in range(1, 9)]
    for asked, case in zip(body["cases"], found["cases"], strict=True):
        town = searcher.snapshot.registers.find_municipality(asked["municipality"])
        for given in (problem["expert"] for problem in case["problems"] if problem["expert"]):
            expert = searcher.snapshot.experts[given["slug"]]
            assert given["match"] >= case["floor"]
            assert given["slug"] not in asked.get("not_experts", [])
            assert town.code not in expert.conflict_municipalities
            assert not expert.counties or town.county_code in expert.counties
    for load in found["experts"]:
        expert = searcher.snapshot.experts[load["slug"]]
        assert load["availability_confirmed"] is None
        assert load["hours"] <= ASSUMED_HOURS_PER_MONTH * 4  # February to May
        assert len(load["cases"]) <= find_parallel_cases(expert)
    assert found["proved"] is True


def test_the_best_stands_beside_the_greedy(client: TestClient) -> None:
    found = _allocate(client, CASE, {**CASE, "id": "b"})
    assert set(found["optimal"]) == {"total_match", "worst_quality", "n_with_nothing", "n_covered"}
    assert found["optimal"]["n_with_nothing"] <= found["greedy"]["n_with_nothing"]
    assert found["optimal"]["total_match"] >= found["greedy"]["total_match"]
    assert found["n_problems"] == 2


def test_the_goals_are_told_in_their_order(client: TestClient) -> None:
    plain = _allocate(client, CASE)
    assert [goal["goal"] for goal in plain["goals"]] == ["cases with something", "their priority", "total match"]
    fair = _allocate(client, CASE, worst_first=True)
    assert [goal["goal"] for goal in fair["goals"]][2] == "worst quality"


def test_what_nobody_takes_says_why(client: TestClient) -> None:
    (case,) = _allocate(client, {**CASE, "hours": 1000})["cases"]
    assert [(problem["expert"], problem["uncovered"]) for problem in case["problems"]] == [(None, "no_capacity")]
    assert case["quality"] == 0


def test_a_problem_area_named_twice_is_one_problem(client: TestClient) -> None:
    assert _allocate(client, {**CASE, "problems": ["narkotika", "narkotika"]})["n_problems"] == 1


def test_the_example_of_the_documentation_is_answered(client: TestClient) -> None:
    (example,) = AllocationIn.model_json_schema()["examples"]
    assert len(_allocate(client, *example["cases"])["cases"]) == 2


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    ("cases", "kind", "words"),
    [
        ([], "Invalid", "body.cases"),
        ([{**CASE, "id": f"a{n}"} for n in range(MAX_CASES + 1)], "Invalid", "at most 100"),
        ([{**CASE, "text": SECRET}], "Invalid", "either text or problems, and not both"),
        ([{"id": "a"}], "Invalid", "either text or problems, and not both"),
        ([{**CASE, "id": SECRET}], "Invalid", "body.cases.0.id"),
        ([{**CASE, "priority": 4}], "Invalid", "body.cases.0.priority"),
        ([{**CASE, "priority": 0}], "Invalid", "body.cases.0.priority"),
        ([{**CASE, "floor": 0.1}], "Invalid", "body.cases.0.floor"),
        ([{**CASE, "hours": -1}], "Invalid", "body.cases.0.hours"),
        ([{**CASE, "kommun": "Borås"}], "Invalid", "body.cases.0.kommun"),
        ([{**CASE, "problems": [SECRET]}], "Invalid", "body.cases.0.problems.0"),
        ([CASE, CASE], "CasesRejected", "cases[1].id"),
        ([{**CASE, "municipality": "Boras"}], "CasesRejected", "did you mean Borås?"),
        ([{**CASE, "problems": ["narkotka"]}], "CasesRejected", "did you mean 'narkotika'?"),
        ([{**CASE, "not_experts": ["nope"]}], "CasesRejected", "cases[0].not_experts[0]"),
        ([{**CASE, "to": "2027-02-01"}], "CasesRejected", "cases[0].to"),
        ([{"id": "a", "text": f"\0{SECRET}"}], "CasesRejected", "cases[0].text"),
        ([{"id": "a", "text": "12 34"}, {**CASE, "municipality": "Boras"}], "CasesRejected", "cases[1].municipality"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place_and_without_its_text(
    client: TestClient, cases: list[dict[str, Any]], kind: str, words: str, language: Language
) -> None:
    answer = client.post("/v1/allocations", json={"cases": cases}, headers={"accept-language": language})
    assert words in read_problem(answer, 422, kind, load_strings(language)[f"error_{kind}"])
    assert "Hemlig" not in answer.text
