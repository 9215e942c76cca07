"""Links are listed without their tokens and revoked; advisors are let in by the coordinator."""

from fastapi.testclient import TestClient

from tests.api.signed_in import sign_in
from tests.api.whole_plan import WholePlan


def test_links_are_listed_without_what_opens_the_plan(service: TestClient, plan: WholePlan, here: str) -> None:
    answer = service.get(f"{here}/links")
    assert {link["id"]: link["used_for"] for link in answer.json()} == {
        plan.reader.id: "read",
        plan.writer.id: "write",
        plan.calendar.id: "calendar",
    }
    assert plan.reader.token not in answer.text


def test_a_link_that_is_revoked_opens_nothing(service: TestClient, plan: WholePlan, here: str) -> None:
    link = f"{here}/links/{plan.writer.id}"
    first, second = service.delete(link).json(), service.delete(link).json()
    assert first == second
    assert first["revoked"]
    bearer = {"Authorization": f"Bearer {plan.writer.token}"}
    assert service.get(here, headers=bearer).status_code == 404
    assert service.delete(f"{here}/links/{'0' * 32}").status_code == 404


def test_a_link_asked_for_twice_is_one_and_told_both_times(service: TestClient, here: str) -> None:
    wish, key = {"used_for": "read"}, {"Idempotency-Key": "7d1f"}
    first, second = (service.post(f"{here}/links", json=wish, headers=key).json() for _ in range(2))
    assert first == second
    assert service.get(here, headers={"Authorization": f"Bearer {first['token']}"}).status_code == 200
    assert service.post(f"{here}/links", json=wish, headers={"Idempotency-Key": "8"}).json() != first
    assert len(service.get(f"{here}/links").json()) == 3 + 2


def test_advisors_of_the_county_find_what_they_are_let_read(service: TestClient, plan: WholePlan, here: str) -> None:
    assert service.get(f"{here}/advisors").json() == {"advisors": "none"}
    assert service.put(f"{here}/advisors", json={"advisors": "read"}).json() == {"advisors": "read"}
    sign_in(service, "r@lst.example.se", "advisor", scope_kind="county", scope_code="14")
    assert [told["id"] for told in service.get("/v1/plans").json()["plans"]] == [plan.id]
    assert service.get("/v1/plans", params={"code": "1480"}).json()["n"] == 0
    assert service.get("/v1/plans", params={"code": "01"}).status_code == 403
    assert service.get(here).json()["right"] == "read"
    assert service.put(f"{here}/advisors", json={"advisors": "write"}).status_code == 403
