"""/v1/team on the shipped content: the fewest experts, with reasons."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.languages import Language, load_strings
from api.schemas.team import TeamIn
from tests.api.problem_details import read_problem

SECRET = "Hemligheten om Kalle"
FRAUD = "Äldre personer luras på pengar i telefon av någon som säger sig ringa från banken."
FIRES = "Någon tänder eld på papperskorgar och containrar vid skolan om kvällarna."
SPRING = {"from": "2027-03-01", "to": "2027-05-31"}


def _team(client: TestClient, text: str, **fields: Any) -> dict[str, Any]:
    answer = client.post("/v1/team", json={"text": text, **fields})
    assert answer.status_code == 200
    body: dict[str, Any] = answer.json()
    return body


def test_members_take_every_covered_problem_and_have_the_hours(client: TestClient) -> None:
    team = _team(client, f"{FRAUD}\n\n{FIRES}", **SPRING, hours=6)
    taken = sorted(position for member in team["members"] for position in member["problems"])
    assert taken == [i for i, problem in enumerate(team["problems"]) if problem["expert"]]
    assert all(member["hours"] == 6 * len(member["problems"]) <= member["assumed_hours"] for member in team["members"])
    assert taken
    for member in team["members"]:
        assert {team["problems"][position]["expert"]["slug"] for position in member["problems"]} == {member["slug"]}


def test_what_is_covered_has_a_reason_and_what_is_not_says_why(client: TestClient) -> None:
    for problem in _team(client, f"{FRAUD}\n\n{FIRES}", **SPRING)["problems"]:
        assert (problem["expert"] is None) == (problem["reason"] is None) == (problem["uncovered"] is not None)


def test_the_goals_are_told_in_their_order_with_the_proof(client: TestClient) -> None:
    team = _team(client, FRAUD, **SPRING)
    assert [goal["goal"] for goal in team["goals"]] == ["problems covered", "main fields", "experts", "total match"]
    assert all(goal["proved"] and goal["reached"] == goal["bound"] and goal["gap"] == 0 for goal in team["goals"])
    assert team["proved"] is True


def test_alternates_are_not_the_expert_itself_best_first(client: TestClient) -> None:
    for problem in _team(client, f"{FRAUD}\n\n{FIRES}", **SPRING)["problems"]:
        matches = [expert["match"] for expert in problem["alternates"]]
        assert matches == sorted(matches, reverse=True)
        assert not problem["expert"] or problem["expert"]["slug"] not in [e["slug"] for e in problem["alternates"]]


def test_more_hours_than_anyone_has_leave_problems_uncovered(client: TestClient) -> None:
    team = _team(client, FRAUD, **{"from": "2027-03-01", "to": "2027-03-02"}, hours=500)
    assert (team["members"], [problem["uncovered"] for problem in team["problems"]]) == ([], ["no_capacity"])


def test_a_text_about_nothing_gets_questions(client: TestClient) -> None:
    team = _team(client, "Solens yta har en temperatur av femtusen grader.")
    assert (team["answered"], team["members"]) == (False, [])
    assert len(team["questions"]) == 3


def test_the_example_of_the_documentation_is_answered(client: TestClient) -> None:
    (example,) = TeamIn.model_json_schema()["examples"]
    assert _team(client, **example)["answered"] is True


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"text": ""}, "Invalid"),
        ({"text": "12 34 !?"}, "DescriptionEmpty"),
        ({"hours": 0}, "Invalid"),
        ({"hours": "många"}, "Invalid"),
        ({"min_match": 0.29}, "Invalid"),
        ({"min_match": 1.01}, "Invalid"),
        ({"municipality": "Ankeborg"}, "UnknownMunicipality"),
        ({"from": "2027-03-02", "to": "2027-03-01"}, "DescriptionRejected"),
        ({"timmar": 8}, "Invalid"),
    ],
)
def test_what_cannot_be_read_is_told_without_its_text(
    client: TestClient, fields: dict[str, Any], kind: str, language: Language
) -> None:
    answer = client.post(
        "/v1/team", json={"text": f"{SECRET} som snattar", **fields}, headers={"accept-language": language}
    )
    read_problem(answer, 422, kind, load_strings(language)[f"error_{kind}"])
    assert "Hemlig" not in answer.text


def test_infinity_and_nan_are_no_hours(client: TestClient) -> None:
    for value in ("NaN", "Infinity", "1e999"):
        content = f'{{"text": "{FRAUD}", "hours": {value}}}'.encode()
        answer = client.post("/v1/team", content=content, headers={"content-type": "application/json"})
        read_problem(answer, 422, "Invalid")


def test_no_mailbox_is_in_the_answer(client: TestClient) -> None:
    answer = client.post("/v1/team", json={"text": f"{FRAUD}\n\n{FIRES}", **SPRING})
    assert "mailbox" not in answer.text
    assert "legal_basis" not in answer.text


def test_who_cannot_meet_so_or_speak_so_is_not_suggested(client: TestClient) -> None:
    everyone = {e["slug"]: e for e in client.get("/v1/experts?n=200").json()["experts"]}
    found = _team(client, FRAUD, form="på plats", language="en", include_excluded=True)
    asked = {slug for slug, e in everyone.items() if "på plats" in e["formats"] and "en" in e["languages"]}
    left_out = {item["slug"]: item["constraint"] for item in found["excluded"]}
    assert set(left_out) == set(everyone) - asked
    assert {"form", "language"} == set(left_out.values())
    assert {member["slug"] for member in found["members"]} <= asked


def test_who_may_not_be_asked_is_told_in_words_where_it_is_asked_for(client: TestClient) -> None:
    assert _team(client, FRAUD, municipality="Borås")["excluded"] is None
    for language, why in (("sv", "Arbetar inte i kommunens län"), ("en", "Does not work in the municipality's county")):
        body = {"text": FRAUD, "municipality": "Borås", "include_excluded": True}
        excluded = client.post("/v1/team", json=body, headers={"accept-language": language}).json()["excluded"]
        assert {item["why"] for item in excluded if item["constraint"] == "reach"} == {why}
        names = [(item["organisation"], item["name"]) for item in excluded]
        assert names == sorted(names)
        assert set(excluded[0]) == {"slug", "name", "organisation", "constraint", "why", "demo"}
