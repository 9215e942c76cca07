"""/v1/experts: by declared fields, the published ones alone, without their mailboxes."""

from datetime import date
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from tests.api.conftest import Publish, make_app, make_library
from tests.builders import make_area, make_expert, make_guidance
from tests.fakes.clock import SetClock


def _experts(client: TestClient, **parameters: Any) -> dict[str, Any]:
    answer = client.get("/v1/experts", params=parameters)
    assert answer.status_code == 200
    body: dict[str, Any] = answer.json()
    return body


def test_pages_joined_are_all_experts(client: TestClient) -> None:
    n_experts = client.get("/v1/snapshot").json()["n_documents"]["experts"]
    pages = [_experts(client, first=first, n=40) for first in range(0, n_experts, 40)]
    slugs = [expert["slug"] for page in pages for expert in page["experts"]]
    assert len(slugs) == len(set(slugs)) == n_experts
    assert {page["n_experts"] for page in pages} == {n_experts}


def test_a_county_has_its_own_experts_and_the_nationwide(client: TestClient) -> None:
    counties = [expert["counties"] for expert in _experts(client, county="14", n=200)["experts"]]
    assert ["14"] in counties
    assert [] in counties  # nationwide
    assert [county for county in counties if county and "14" not in county] == []


def test_filters_of_two_kinds_narrow(client: TestClient) -> None:
    by_area = _experts(client, problem_area="nyrekrytering", n=200)
    by_both = _experts(client, problem_area="nyrekrytering", support="metodinförande", n=200)
    assert 0 < by_both["n_experts"] < by_area["n_experts"]
    for expert in by_both["experts"]:
        assert "nyrekrytering" in expert["problem_areas"]
        assert "metodinförande" in expert["support"]


def test_no_expert_has_a_mailbox(client: TestClient) -> None:
    assert {name for expert in _experts(client, n=200)["experts"] for name in expert if "mail" in name} == set()
    assert "@" not in client.get("/v1/experts", params={"n": 200}).text


def test_an_expert_is_listed_as_long_as_it_is_published(tmp_path: Path, publish_library: Publish) -> None:
    expert = make_expert("rad", publication_review_by=date(2027, 12, 31))
    publish_library(tmp_path, "a", make_library(make_guidance("metod"), make_area("narkotika"), expert))
    clock = SetClock(date(2027, 12, 31))
    client = TestClient(make_app(tmp_path, clock))
    assert _experts(client)["n_experts"] == 1
    clock.day = date(2028, 1, 1)
    assert _experts(client)["n_experts"] == 0


def test_who_can_help_a_municipality_in_a_month_is_asked_in_one_call(client: TestClient) -> None:
    march = _experts(client, municipality="Borås", **{"from": "2027-03-01", "to": "2027-03-31"}, n=200)
    assert march["period"] == {"from": "2027-03-01", "to": "2027-03-31"}
    assert {county for expert in march["experts"] for county in expert["counties"] or ["14"]} >= {"14"}
    assert [
        expert["slug"] for expert in march["experts"] if expert["counties"] and "14" not in expert["counties"]
    ] == []
    (lidkoping,) = [expert for expert in march["experts"] if expert["slug"] == "lidkoping-sspf"]
    assert (lidkoping["state"], lidkoping["free"], lidkoping["availability_confirmed"]) == ("unknown", [], None)
    assert (lidkoping["hours_per_month"], lidkoping["demo"]) == (None, False)


def test_what_an_organisation_has_said_is_told_for_the_period(demo_client: TestClient) -> None:
    march = _experts(demo_client, **{"from": "2027-03-01", "to": "2027-03-31"}, n=200)["experts"]
    (told,) = [expert for expert in march if expert["slug"] == "demo-kvarnljunga-bostadsbolag"]
    assert (told["state"], told["back"]) == ("partly", "2027-03-13")
    assert told["free"] == [{"from": "2027-03-13", "to": "2027-03-31"}]
    assert (told["hours_per_month"], told["availability_confirmed"], told["demo"]) == (6, "2026-11-16", True)


def test_states_part_who_is_free_from_who_is_not(demo_client: TestClient) -> None:
    week = {"from": "2027-03-01", "to": "2027-03-07", "n": 200}
    everyone = {expert["slug"] for expert in _experts(demo_client, **week)["experts"]}
    by_state = {
        state: {expert["slug"] for expert in _experts(demo_client, state=state, **week)["experts"]}
        for state in ("free", "partly", "busy", "unknown")
    }
    assert set.union(*by_state.values()) == everyone
    assert sum(map(len, by_state.values())) == len(everyone)
    assert "demo-kvarnljunga-bostadsbolag" in by_state["busy"]
    assert "lidkoping-sspf" in by_state["unknown"]


def test_who_has_a_conflict_with_the_municipality_is_not_listed(client: TestClient) -> None:
    slugs = {expert["slug"] for expert in _experts(client, municipality="Tranemo", n=200)["experts"]}
    assert "lidkoping-sspf" in slugs
    assert "tranemo-est" not in slugs


def test_experts_are_found_by_language(client: TestClient) -> None:
    english = _experts(client, language="en", n=200)
    assert 0 < english["n_experts"] < _experts(client)["n_experts"]
    assert [expert["slug"] for expert in english["experts"] if "en" not in expert["languages"]] == []


def test_a_period_that_ends_before_it_begins_is_refused(client: TestClient) -> None:
    answer = client.get("/v1/experts", params={"from": "2027-03-02", "to": "2027-03-01"})
    assert answer.status_code == 422


def test_filters_that_leave_nobody_are_told_with_how_many_there_would_be_without_each(client: TestClient) -> None:
    asked = {"problem_area": "nyrekrytering", "language": "en", "method": "sspf", "municipality": "Borås"}
    found = _experts(client, **asked)
    assert found["n_experts"] == 0
    told = found["filtered_out"]
    assert told["n_found"] == _experts(client)["n_experts"]
    assert told["without"]
    for name, n in told["without"].items():
        assert _experts(client, **{field: asked[field] for field in asked if field != name})["n_experts"] == n
    assert _experts(client, problem_area="nyrekrytering")["filtered_out"] is None
