"""What municipalities tell each other, in the API."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import make_app
from tests.api.signed_in import sign_in
from tests.api.store.exchange.told import publish
from tests.api.store.plans.saved import save, save_new
from tests.kb.plans.working.small_work import MEASURE
from tests.store import database_in

TEXTS = {"title": "Vandring", "done": "Vi gick.", "took": "En dag.", "figures": "12.", "otherwise": "Börjat förr."}
AGREED = {"problem_areas": ["narkotika"], "contact": "0325-180 00"}


@pytest.fixture
def service(tmp_path: Path) -> Iterator[TestClient]:
    with TestClient(make_app(tmp_path / "snapshots", state=tmp_path / "state")) as client:
        yield client


def _plan(service: TestClient) -> str:
    plan_id = save_new(database_in(service))
    save(database_in(service), plan_id, 0, {f"{MEASURE}/decision": "chosen", f"{MEASURE}/status": "done"})
    return plan_id


def _list(service: TestClient, **asked: str) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = service.get("/v1/accounts-of-practice", params=asked).json()["accounts"]
    return told


def test_an_account_goes_from_a_plan_by_an_editor_to_everybody_and_back(service: TestClient) -> None:
    plan_id = _plan(service)
    accounts = f"/v1/plans/{plan_id}/accounts-of-practice"
    sign_in(service, "anna@example.se")
    begun = service.post(accounts, json={"measure": MEASURE}).json()
    assert (begun["state"], begun["title"], begun["problem_area"]) == ("draft", "Nattvandring", "narkotika")
    one = f"{accounts}/{begun['id']}"
    assert service.put(one, json={**TEXTS, "took": "Ring Kevin Berg."}).status_code == 422
    assert service.put(one, json={**TEXTS, "took": "Ring Kevin Berg.", "mask": True}).json()["took"] == "Ring [namn]."
    assert service.put(one, json={**TEXTS, "version": 1}).status_code == 412
    assert service.post(f"{one}/submission").json()["state"] == "submitted"
    assert service.put(one, json=TEXTS).status_code == 409
    assert _list(service) == []
    sign_in(service, "red@example.se", "editor", scope_kind="all", scope_code="")
    (waiting,) = service.get("/v1/accounts-of-practice/submitted").json()
    review = f"/v1/accounts-of-practice/{waiting['id']}/review"
    assert service.post(review, json={"decision": "declined", "version": 2}).status_code == 422
    assert service.post(review, json={"decision": "published", "version": 2}).json()["state"] == "published"
    assert [told["title"] for told in _list(service, q="vandringar", county="14")] == ["Vandring"]
    assert service.get(f"/v1/accounts-of-practice/{waiting['id']}").json()["otherwise"] == "Börjat förr."
    sign_in(service, "bo@example.se")
    assert service.post(f"{one}/withdrawal").json()["state"] == "withdrawn"
    assert _list(service) == []
    assert service.get(f"/v1/accounts-of-practice/{waiting['id']}").status_code == 404


def test_an_agreement_is_found_elsewhere_until_it_is_taken_back(service: TestClient) -> None:
    plan_id = _plan(service)
    agreement = f"/v1/plans/{plan_id}/agreement"
    sign_in(service, "anna@example.se")
    assert service.put(agreement, json={**AGREED, "contact": "anna.berg@alvdala.se"}).status_code == 422
    (given,) = service.put(agreement, json=AGREED).json()
    assert (given["municipality_code"], given["purpose"]) == ("1490", "asked by other municipalities")
    assert service.get("/v1/agreements", params={"problem_area": "narkotika"}).json() == []
    sign_in(service, "bo@example.se", scope_code="0180")
    assert service.get("/v1/agreements").json() == []
    assert service.get("/v1/agreements", params={"problem_area": "narkotika"}).json() == [given]
    sign_in(service, "cilla@example.se")
    assert service.delete(agreement).status_code == 204
    sign_in(service, "dag@example.se", "advisor", scope_kind="all", scope_code="")
    assert service.get("/v1/agreements").json() == []


def test_what_is_misspelt_is_told(service: TestClient) -> None:
    publish(database_in(service), _plan(service))
    assert service.get("/v1/accounts-of-practice", params={"word": "x"}).status_code == 422
