"""Plans are listed in pages, saved by accounts and keys, and leave a proof when they are erased."""

import pytest
from fastapi.testclient import TestClient

from api.accounts.keys import create_key
from api.store.api_keys import KeyScope
from api.store.plans.list_plans import PAGE
from api.store.plans.save import create_plan
from kb.plans.working.working_plan import begin_plan
from tests.api.whole_plan import WholePlan
from tests.fakes.moments import NOON
from tests.kb.plans.small_plan import PLAN
from tests.store import database_in

DRAFT: dict[str, object] = {
    "format_version": 3,
    "municipality": None,
    "drafted": "2026-11-22",
    "follow_up": "2027-11-22",
    "snapshot_id": "1",
    "missing_parts": [],
    "problems": [],
}


def _bearer(service: TestClient, scope: KeyScope, town: str = "1490") -> dict[str, str]:
    """The header of a program with a new key, at a client that is signed out."""
    _, shown = create_key(database_in(service), "Diariet", scope, "*", NOON, town)
    service.cookies.clear()
    return {"Authorization": f"Bearer {shown}"}


def test_a_list_comes_in_pages_that_name_how_many_there_are(service: TestClient) -> None:
    with database_in(service).session() as session:
        for _ in range(PAGE + 2):
            create_plan(session, begin_plan(PLAN), "1490", "a" * 32, NOON)
    first, second = (service.get("/v1/plans", params={"page": page}).json() for page in (1, 2))
    assert (first["n"], first["n_per_page"], len(first["plans"]), len(second["plans"])) == (PAGE + 2, PAGE, PAGE, 2)
    assert not {plan["id"] for plan in first["plans"]} & {plan["id"] for plan in second["plans"]}


def test_plans_are_found_by_words_and_state(service: TestClient, plan: WholePlan) -> None:
    assert [service.get("/v1/plans", params={"q": q}).json()["n"] for q in ("torg", "hamnen")] == [1, 0]
    states = ("draft", "adopted")
    assert [service.get("/v1/plans", params={"state": state}).json()["n"] for state in states] == [1, 0]
    assert service.get("/v1/plans", params={"state": "x"}).status_code == 422


@pytest.mark.parametrize("content_type", ["application/json", "application/octet-stream"])
def test_a_plan_is_saved_as_json(service: TestClient, content_type: str) -> None:
    answer = service.post("/v1/plans/saved", json=DRAFT, headers={"content-type": content_type})
    assert (answer.status_code, answer.headers["etag"]) == (201, '"0"')
    assert service.get(answer.headers["location"]).status_code == 200


def test_a_key_that_writes_saves_reads_and_writes_the_plans_of_its_municipality(service: TestClient) -> None:
    bearer = _bearer(service, "plans:write")
    saved = service.post("/v1/plans/saved", json=DRAFT, headers=bearer)
    plan = saved.headers["location"]
    edits = {"edits": {"title": "Programmets"}}
    assert service.patch(plan, json=edits, headers={**bearer, "If-Match": '"0"'}).status_code == 200
    assert service.get("/v1/plans", headers=bearer).json()["plans"][0]["title"] == "Programmets"
    assert service.delete(plan, headers=bearer).status_code == 403
    assert service.get(plan, headers=_bearer(service, "plans:write", "0180")).status_code == 404


def test_a_key_that_reads_writes_nothing(service: TestClient, here: str) -> None:
    bearer = _bearer(service, "plans:read")
    assert service.get(here, headers=bearer).json()["right"] == "read"
    assert service.post("/v1/plans/saved", json=DRAFT, headers=bearer).status_code == 403
    edits = {"edits": {"title": "Programmets"}}
    assert service.patch(here, json=edits, headers={**bearer, "If-Match": '"3"'}).status_code == 403


def test_a_key_that_was_never_given_out_lists_nothing_whoever_is_signed_in(service: TestClient) -> None:
    assert service.get("/v1/plans", headers={"Authorization": "Bearer x"}).status_code == 401


def test_what_was_erased_is_proved_to_its_municipality_however_often_it_is_asked(
    service: TestClient, plan: WholePlan, here: str
) -> None:
    assert service.delete(here, headers={"If-Match": '"2"'}).status_code == 412
    first, second = (service.delete(here, headers={"If-Match": '"3"'}).json() for _ in range(2))
    assert first == second
    assert service.get("/v1/plans/erased").json() == [first]
    assert (first["plan_id"], first["why"], first["n_versions"], first["n_comments"]) == (plan.id, "asked", 3, 1)
    service.cookies.clear()
    assert service.delete(here, headers={"Authorization": f"Bearer {plan.writer.token}"}).status_code == 404
