"""/v1/plans/{plan_id}: a saved plan read, written, taken home and erased by a program."""

from fastapi.testclient import TestClient
from httpx2 import Response

from api.access.csrf import CSRF_HEADER
from kb.plans.saved_plan import write_json
from tests.api.whole_plan import WholePlan
from tests.kb.plans.small_plan import PLAN


def save(service: TestClient, key: str) -> Response:
    return service.post("/v1/plans/saved", content=write_json(PLAN), headers={"Idempotency-Key": key})


def patch(service: TestClient, plan: str, base: int, bearer: str = "", **edits: str) -> Response:
    headers = {"If-Match": f'"{base}"', **({"Authorization": f"Bearer {bearer}"} if bearer else {})}
    return service.patch(plan, json={"edits": edits}, headers=headers)


def test_a_plan_is_saved_once_however_often_it_is_sent(service: TestClient) -> None:
    first, second = (save(service, "k") for _ in range(2))
    assert first.status_code == second.status_code == 201
    assert first.json() == second.json()
    assert save(service, "another").json()["id"] != first.json()["id"]
    assert service.get("/v1/plans").json()["n"] == 2


def test_a_save_names_the_version_it_was_made_of(service: TestClient, here: str) -> None:
    assert service.get(here).headers["etag"] == '"3"'
    answer = patch(service, here, 3, title="Vår plan")
    assert (answer.status_code, answer.headers["etag"]) == (200, '"4"')
    assert service.get(here).json()["written"]["title"] == "Vår plan"
    assert service.patch(here, json={"edits": {}}).status_code == 422


def test_a_conflict_is_told_with_both_texts(service: TestClient, here: str) -> None:
    patch(service, here, 3, title="Ett")
    answer = patch(service, here, 3, title="Två", summary="Kort")
    assert answer.status_code == 409
    assert answer.json()["conflicts"] == [{"path": "title", "base": "Torget", "theirs": "Ett", "mine": "Två"}]
    written = service.get(here).json()["written"]
    assert (written["title"], written["summary"]) == ("Ett", "Kort")


def test_an_edit_that_cannot_be_is_told_without_what_was_written(service: TestClient, here: str) -> None:
    answer = patch(service, here, 3, follow_up="HEMLIGT", **{"problems/HEMLIGT/x": "y"})
    assert answer.status_code == 422
    assert "follow_up" in answer.json()["detail"]
    assert "HEMLIGT" not in answer.text


def test_nothing_is_written_without_the_token(service: TestClient, here: str) -> None:
    del service.headers[CSRF_HEADER]
    assert patch(service, here, 3, title="Ny").status_code == 403
    assert service.delete(here).status_code == 403


def test_a_program_with_a_link_may_what_the_link_is_for(service: TestClient, plan: WholePlan, here: str) -> None:
    service.cookies.clear()
    bearer = {"Authorization": f"Bearer {plan.writer.token}"}
    assert service.get(here).status_code == 404
    assert service.get(here, headers=bearer).json()["right"] == "write"
    assert patch(service, here, 3, plan.writer.token, title="Programmets").status_code == 200
    assert service.delete(here, headers=bearer).status_code == 403
    assert service.get(here, headers={"Authorization": "Bearer guessed"}).status_code == 404


def test_the_whole_plan_is_taken_home(service: TestClient, here: str) -> None:
    whole = service.get(f"{here}/plan.json")
    assert (whole.json()["written"]["title"], whole.headers["etag"]) == ("Torget", '"3"')


def test_an_adopted_plan_is_written_no_more(service: TestClient, here: str) -> None:
    decision = {"day": "2026-11-20", "body": "Kommunstyrelsen", "paragraph": "§ 112"}
    service.post(f"{here}/adoption", json=decision, headers={"If-Match": '"3"'})
    assert patch(service, here, 3, title="Ny").status_code == 409


def test_an_erased_plan_leaves_a_proof(service: TestClient, here: str) -> None:
    proof = service.delete(here).json()
    assert proof["plan_id"] in here
    assert service.get(here).status_code == 404
