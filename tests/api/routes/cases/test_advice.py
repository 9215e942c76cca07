"""Advice in the API: written by the advisor and experts that are asked, read in the case, taken out at the desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.cases.advice.export_advice import BYTE_ORDER_MARK
from api.schemas.cases.advice import EXAMPLE
from api.store.cases.tables import Case
from tests.api.advised_case import AdvisedCase, save_advised_case
from tests.api.conftest import make_app
from tests.api.signed_in import sign_in
from tests.api.store.cases.advised import EXPERT, ask_expert
from tests.store import database_in

ADVISOR, ASKER = "r@lst.example.se", "samordnare@alvdala.example.se"


@pytest.fixture
def service(tmp_path: Path) -> Iterator[TestClient]:
    """Signed in as an advisor of the county."""
    with TestClient(make_app(tmp_path / "snapshots", state=tmp_path / "state")) as client:
        sign_in(client, ADVISOR, "advisor", scope_kind="county", scope_code="14")
        yield client


@pytest.fixture
def case(service: TestClient) -> AdvisedCase:
    return save_advised_case(database_in(service))


@pytest.fixture
def here(case: AdvisedCase) -> str:
    return f"/v1/cases/{case.id}/advice"


def sign_in_expert(service: TestClient, slug: str = EXPERT) -> None:
    sign_in(service, f"{slug}@example.se", "expert", scope_kind="expert", scope_code=slug)


def test_advice_is_written_once_however_often_it_is_sent(service: TestClient, here: str) -> None:
    answers = [service.post(here, json=EXAMPLE, headers={"Idempotency-Key": "k"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    told = service.get(here).json()
    assert told["totals"] == {"n": 2, "hours": 1.5 + 1.5, "n_by_form": {"digitalt": 2}}


def test_names_are_taken_out_and_counted(service: TestClient, here: str) -> None:
    written = service.post(here, json={**EXAMPLE, "giver": "Anna Svensson, kriminolog"}).json()
    assert (written["giver"], written["n_masked"]) == ("[namn], kriminolog", 1)


def test_some_fields_are_changed_and_the_others_stay(service: TestClient, here: str, case: AdvisedCase) -> None:
    one = f"{here}/{case.advice_id}"
    changed = service.patch(one, json={"achieved": "Gruppen är i gång.", "hours": None})
    told = changed.json()
    assert (told["achieved"], told["hours"], told["offered"]) == ("Gruppen är i gång.", 1.5, "Genomgång av SSPF.")
    assert (told["expert_slug"], changed.status_code) == (EXPERT, 200)
    assert service.patch(one, json={"expert_slug": None}).json()["expert_slug"] is None


def test_what_was_written_meanwhile_is_told_where_it_is_asked(
    service: TestClient, here: str, case: AdvisedCase
) -> None:
    one, body = f"{here}/{case.advice_id}", {"hours": 3}
    at = service.get(here).json()["advice"][0]["at"]
    old = '"2026-11-22T11:00:00Z"'
    assert service.patch(one, json=body, headers={"If-Match": old}).status_code == 412
    assert service.patch(one, json=body, headers={"If-Match": "x"}).status_code == 422
    assert service.patch(one, json=body, headers={"If-Match": f'"{at}"'}).json()["hours"] == 3


def test_advice_is_taken_away(service: TestClient, here: str, case: AdvisedCase) -> None:
    assert service.delete(f"{here}/{case.advice_id}").status_code == 204
    assert service.get(here).json()["advice"] == []
    assert service.delete(f"{here}/{case.advice_id}").json()["type"].endswith("UnknownAdvice")


def test_what_is_wrong_is_told_without_what_was_written(service: TestClient, here: str) -> None:
    answer = service.post(here, json={**EXAMPLE, "day": "2027-11-20", "area": "zebrafinken"})
    assert (answer.status_code, answer.json()["type"].split("/")[-1]) == (422, "AdviceRejected")
    assert all(word in answer.json()["detail"] for word in ("day: 2027-11-20", "area: "))
    assert "zebrafinken" not in answer.text


def test_an_expert_writes_its_own_advice_and_sees_and_changes_no_other(
    service: TestClient, here: str, case: AdvisedCase
) -> None:
    with database_in(service).session() as session:
        ask_expert(session, case.id, "annan-expert")
    sign_in_expert(service, "annan-expert")
    written = service.post(here, json={**EXAMPLE, "expert_slug": EXPERT}).json()
    assert written["expert_slug"] == "annan-expert"
    assert [one["id"] for one in service.get(here).json()["advice"]] == [written["id"]]
    assert service.patch(f"{here}/{written['id']}", json={"hours": 2}).status_code == 200
    assert service.patch(f"{here}/{case.advice_id}", json={"hours": 2}).status_code == 403
    assert service.delete(f"{here}/{written['id']}").status_code == 204


def test_an_expert_that_said_no_writes_nothing(service: TestClient, here: str, case: AdvisedCase) -> None:
    with database_in(service).session() as session:
        ask_expert(session, case.id, "annan-expert", "no")
    sign_in_expert(service, "annan-expert")
    assert service.post(here, json=EXAMPLE).json()["type"].endswith("RoleRefused")


def test_who_asked_reads_all_of_it_and_writes_nothing(service: TestClient, here: str, case: AdvisedCase) -> None:
    sign_in(service)
    assert [one["id"] for one in service.get(here).json()["advice"]] == [case.advice_id]
    assert service.post(here, json=EXAMPLE).status_code == 403


def test_others_do_not_find_the_case(service: TestClient, here: str) -> None:
    sign_in(service, "other@lst.example.se", "advisor", scope_kind="county", scope_code="01")
    assert service.get(here).status_code == 404
    sign_in(service, "other@example.se", scope_code="0180")
    assert service.get(here).status_code == 404
    sign_in_expert(service, "another")
    assert service.get(here).status_code == 404


def test_no_advice_is_written_in_a_case_that_was_declined(service: TestClient, here: str, case: AdvisedCase) -> None:
    with database_in(service).session() as session:
        session.get_one(Case, case.id).state = "declined"
    assert service.post(here, json=EXAMPLE).status_code == 409


def test_an_advisor_takes_out_the_advice_of_her_county_without_what_was_written(
    service: TestClient, case: AdvisedCase
) -> None:
    save_advised_case(database_in(service), "0180")
    told = service.get("/v1/advice").json()
    assert (told["first"], told["last"], told["totals"]["n"]) == ("2026-01-01", "2026-11-22", 1)
    (listed,) = told["advice"]
    assert (listed["municipality_code"], listed["expert"], "offered" in listed) == ("1490", EXPERT, False)
    (whole,) = service.get("/v1/advice", params={"texts": True}).json()["advice"]
    assert whole["offered"] == "Genomgång av SSPF."


def test_the_whole_country_is_taken_out_county_by_county(service: TestClient, case: AdvisedCase) -> None:
    save_advised_case(database_in(service), "0180")
    sign_in(service, "bra@bra.example.se", "advisor", scope_kind="all", scope_code="")
    n = {county: service.get("/v1/advice", params={"county": county}).json()["totals"]["n"] for county in ("", "01")}
    assert n == {"": 2, "01": 1}


def test_a_county_that_is_not_her_own_is_refused(service: TestClient) -> None:
    for path in ("/v1/advice", "/v1/quality"):
        assert service.get(path, params={"county": "01"}).json()["type"].endswith("RoleRefused")
        assert service.get(path, params={"county": "x"}).status_code == 422


def test_advice_is_taken_out_as_a_table(service: TestClient, case: AdvisedCase) -> None:
    answer = service.get("/v1/advice", params={"format": "csv", "first": "2026-11-01", "last": "2026-11-30"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="rad-2026-11-01-2026-11-30.csv"'
    assert answer.headers["cache-control"] == "no-store"
    head, row = answer.content.decode().removeprefix(BYTE_ORDER_MARK).splitlines()
    assert (head.split(";")[0], row.split(";")[0], row.split(";")[-2]) == ("day", "2026-11-20", "1,5")
