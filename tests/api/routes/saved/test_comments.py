"""Comments are settled, opened again, and taken away by who wrote them or by the coordinator."""

import pytest
from fastapi.testclient import TestClient

from api.accounts.keys import create_key
from tests.api.whole_plan import WholePlan
from tests.fakes.moments import NOON
from tests.store import database_in


@pytest.fixture
def comment(plan: WholePlan, here: str) -> str:
    """The address of the comment of the plan."""
    return f"{here}/comments/{plan.comment_id}"


def test_a_comment_is_settled_and_opened_again(service: TestClient, comment: str) -> None:
    for _ in range(2):
        assert service.patch(comment, json={"is_settled": True}).json()["settled"] == "2026-11-22T12:00:00Z"
    assert service.patch(comment, json={"is_settled": False}).json()["settled"] is None


def test_a_comment_is_taken_away(service: TestClient, here: str, comment: str) -> None:
    assert service.delete(comment).status_code == 204
    assert service.get(f"{here}/comments").json() == []
    assert service.delete(comment).status_code == 404


def test_a_guest_takes_away_its_own_alone(service: TestClient, plan: WholePlan, here: str, comment: str) -> None:
    service.cookies.clear()
    bearer = {"Authorization": f"Bearer {plan.reader.token}"}
    own = service.post(f"{here}/comments", json={"text": "Hej"}, headers=bearer).json()["id"]
    assert service.delete(comment, headers=bearer).status_code == 403
    assert service.delete(f"{here}/comments/{own}", headers=bearer).status_code == 204


def test_the_same_key_for_another_thing_is_another_request(service: TestClient, here: str) -> None:
    key = {"Idempotency-Key": "k"}
    assert service.post(f"{here}/links", json={"used_for": "read"}, headers=key).status_code == 201
    first, second = (service.post(f"{here}/comments", json={"text": "Hej"}, headers=key).json() for _ in range(2))
    assert first == second


def test_a_key_that_reads_comments_nothing(service: TestClient, here: str) -> None:
    _, shown = create_key(database_in(service), "Diariet", "plans:read", "*", NOON, "1490")
    service.cookies.clear()
    bearer = {"Authorization": f"Bearer {shown}"}
    assert service.get(f"{here}/comments", headers=bearer).status_code == 200
    assert service.post(f"{here}/comments", json={"text": "Hej"}, headers=bearer).status_code == 403
