"""A plan is adopted as it was read, taken up again, and followed up in the meantime."""

import pytest
from fastapi.testclient import TestClient

from tests.kb.plans.working.small_work import PROBLEM

DECISION = {"day": "2026-11-20", "body": "Kommunstyrelsen", "paragraph": "§ 112"}
READ = {"If-Match": '"3"'}


@pytest.fixture
def adopted(service: TestClient, here: str) -> str:
    """The address of the plan, adopted."""
    assert service.post(f"{here}/adoption", json=DECISION, headers=READ).json()["state"] == "adopted"
    return here


def test_a_decision_is_of_what_was_read(service: TestClient, here: str) -> None:
    answer = service.post(f"{here}/adoption", json=DECISION, headers={"If-Match": '"2"'})
    assert (answer.status_code, service.get(here).json()["state"]) == (412, "draft")


def test_an_adopted_plan_tells_its_decision_also_while_it_is_revised(service: TestClient, adopted: str) -> None:
    assert service.post(f"{adopted}/revision", headers={"If-Match": '"2"'}).status_code == 412
    for _ in range(2):
        assert service.post(f"{adopted}/revision").json()["state"] == "draft"
    assert service.get(adopted).json()["adoption"] == {"version": 3, **DECISION}


def test_values_are_written_in_an_adopted_plan_and_drafted_as_its_follow_up(service: TestClient, adopted: str) -> None:
    for version, day, value in (3, "2027-03-31", "38"), (4, "2027-09-30", "30,5"):
        values = {"day": day, "values": {PROBLEM: value}, "remarks": {PROBLEM: "Ur statistiken"}}
        answer = service.post(f"{adopted}/follow-up", json=values, headers={"If-Match": f'"{version}"'})
        assert answer.headers["etag"] == f'"{version + 1}"'
    told = service.get(f"{adopted}/follow-up").json()
    assert told["due"] == "2027-11-22"
    assert [(one["day"], one["value"], one["remark"]) for one in told["problems"][0]["measurings"]] == [
        ("2027-03-31", "38", "Ur statistiken"),
        ("2027-09-30", "30.5", "Ur statistiken"),
    ]


def test_measures_that_are_late_are_named(service: TestClient, here: str) -> None:
    service.patch(
        here, json={"edits": {f"{PROBLEM}/measures/nattvandring/end": "2026-11-01"}}, headers={"If-Match": '"3"'}
    )
    (late,) = service.get(f"{here}/follow-up").json()["problems"][0]["late"]
    assert (late["title"], late["end"], late["responsible"]) == ("Nattvandring", "2026-11-01", "Torget")


def test_a_value_that_somebody_else_wrote_too_is_told(service: TestClient, adopted: str) -> None:
    for value in ("38", "40"):
        values = {"day": "2027-03-31", "values": {PROBLEM: value}}
        answer = service.post(f"{adopted}/follow-up", json=values, headers=READ)
    assert answer.status_code == 409
    assert answer.json()["conflicts"][0]["theirs"] == "38"


def test_what_is_no_value_of_the_plan_is_refused(service: TestClient, adopted: str) -> None:
    for values in ({PROBLEM: "många"}, {"problems/9": "1"}):
        answer = service.post(f"{adopted}/follow-up", json={"day": "2027-03-31", "values": values}, headers=READ)
        assert answer.status_code == 422
