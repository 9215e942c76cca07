"""Cases asked for, read, written and handled by a program."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.access.cookies import SIGN_IN_COOKIE
from api.access.csrf import CSRF_HEADER
from api.store.accounts import Role
from kb.embedding.embedder import Embedder
from tests.api.case_service import add_ask, publish_small, run_service
from tests.api.signed_in import token_of
from tests.fakes.moments import SetMoments
from tests.mail import Mailbox
from tests.store import database_in, make_account, make_sign_in

CASES = "/v1/cases"
ASKED: dict[str, Any] = {
    "title": "Barn som rekryteras",
    "wish": "Någon som har startat SSPF.",
    "from": "2026-12-01",
    "to": "2027-02-28",
    "problems": [{"area": "nyrekrytering", "words": "Pojkar bär väskor."}, {"area": "klotter", "words": "Klotter."}],
    "not_experts": ["annan"],
}


@pytest.fixture(scope="session")
def small_index(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    return publish_small(tmp_path_factory.mktemp("cases-api") / "snapshots", embedder)


@pytest.fixture
def service(small_index: Path, tmp_path: Path, mailbox: Mailbox) -> Iterator[TestClient]:
    with run_service(small_index, tmp_path / "state", SetMoments(), mail_server=mailbox.url) as client:
        yield client


def program(service: TestClient, email: str, role: Role, kind: str, code: str) -> TestClient:
    """A program signed in as a new account, with the token of its forms."""
    client, database = TestClient(service.app), database_in(service)
    cookie = make_sign_in(database, make_account(database, email, role, scope_kind=kind, scope_code=code))
    client.cookies.set(SIGN_IN_COOKIE, cookie)
    client.headers[CSRF_HEADER] = token_of(database, cookie)
    return client


@pytest.fixture
def anna(service: TestClient) -> TestClient:
    return program(service, "anna@alvdala.example.se", "coordinator", "municipality", "1490")


@pytest.fixture
def rut(service: TestClient) -> TestClient:
    return program(service, "rut@lst.example.se", "advisor", "county", "14")


@pytest.fixture
def here(anna: TestClient, rut: TestClient) -> str:
    """The address of a case."""
    location: str = anna.post(CASES, json=ASKED).headers["location"]
    return location


def test_a_request_sent_twice_makes_one_case(anna: TestClient) -> None:
    answers = [anna.post(CASES, json=ASKED, headers={"Idempotency-Key": "k"}) for _ in "ab"]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert len(anna.get(CASES).json()["cases"]) == 1


def test_a_case_is_told_whole_to_who_asks_and_with_less_to_an_expert(
    service: TestClient, anna: TestClient, here: str
) -> None:
    told = anna.get(here).json()
    assert told["wish"] == ASKED["wish"]
    assert (told["from"], told["to"], told["hours"], told["right"]) == ("2026-12-01", "2027-02-28", 8, "ask")
    assert [problem["area"] for problem in told["problems"]] == ["nyrekrytering", "klotter"]
    est = program(service, "est@example.se", "expert", "expert", "est-stod")
    assert est.get(here).json()["type"].endswith("UnknownCase")
    add_ask(database_in(service), told["id"])
    seen = est.get(here).json()
    assert (seen["wish"], seen["not_experts"], seen["priority"]) == (ASKED["wish"], [], None)
    assert est.get(CASES).status_code == 403


def test_names_that_are_of_nothing_are_told_with_their_places(anna: TestClient) -> None:
    wrong = {**ASKED, "problems": [{"area": "nope"}], "not_experts": ["nope"]}
    answer = anna.post(CASES, json=wrong)
    assert answer.status_code == 422
    assert [line.partition(":")[0] for line in answer.json()["detail"].splitlines()] == [
        "problems[0].area",
        "not_experts[0]",
    ]


def test_personal_data_is_refused_by_kind_and_never_repeated_or_masked_when_that_is_said(anna: TestClient) -> None:
    named = {**ASKED, "wish": "Ring eleven Kevin på 070-174 06 71."}
    answer = anna.post(CASES, json=named)
    problem = answer.json()
    assert (answer.status_code, problem["type"].split("/")[-1]) == (422, "PersonalDataFound")
    assert "wish: " in problem["detail"]
    assert "Kevin" not in answer.text
    made = anna.post(CASES, json={**named, "mask": True})
    assert anna.get(made.headers["location"]).json()["wish"] == "Ring eleven [namn] på [telefon]."


def test_the_desk_is_listed_with_counts(anna: TestClient, rut: TestClient, here: str) -> None:
    told = rut.get(CASES).json()
    assert (told["counts"]["new"], told["cases"][0]["lying"]) == (1, ["new"])
    rut.post(f"{here}/taking")
    assert rut.get(CASES, params={"own": True, "lying": "running"}).json()["counts"]["running"] == 1
    assert rut.get(CASES, params={"lying": "new"}).json()["cases"] == []
    assert [case["id"] for case in anna.get(CASES).json()["cases"]] == [here.rpartition("/")[2]]


def test_every_step_is_an_event(anna: TestClient, rut: TestClient, here: str, mailbox: Mailbox) -> None:
    mailbox.messages.clear()
    assert rut.post(f"{here}/taking").json()["state"] == "running"
    weights = {"priority": 3, "hours": 2, "floor": 0.5}
    assert rut.put(f"{here}/weights", json=weights).status_code == 200
    assert anna.put(f"{here}/wish", json={"title": "Ny", "wish": "Annat."}).json()["wish"] == "Annat."
    new = rut.post(f"{here}/splitting", json={"problems": [2], "title": "Klottret"})
    assert new.status_code == 201
    assert rut.get(f"{CASES}/{new.json()['id']}").json()["problems"][0]["area"] == "klotter"
    code = anna.get(here).json()["code"]
    merged = rut.post(f"{CASES}/{new.json()['id']}/merging", json={"into": code.lower()})
    assert merged.json()["code"] == code
    assert rut.post(f"{here}/passing", json={"desk": "01"}).json()["desk"] == "01"
    assert rut.post(f"{here}/assignment", json={"advisor": "rut@lst.example.se"}).json()["state"] == "running"
    assert rut.post(f"{here}/declining", json={"why": "Ingen.", "instead": "Brå."}).json()["state"] == "declined"
    assert rut.post(f"{here}/reopening").json()["state"] == "running"
    assert anna.post(f"{here}/ending", json={}).json()["state"] == "done"
    done = [event["what"].removeprefix("case.") for event in anna.get(f"{here}/events").json()]
    told = "assigned changed changed created declined done merged passed_on reopened split taken"
    assert " ".join(sorted(done)) == told
    assert {message["To"] for message in mailbox.messages} == {"anna@alvdala.example.se", "rut@lst.example.se"}


@pytest.mark.parametrize(
    ("step", "body", "status", "place"),
    [
        ("assignment", {"advisor": "ingen@example.se"}, 422, "advisor"),
        ("assignment", {"advisor": "inget"}, 422, "advisor"),
        ("passing", {"desk": "99"}, 422, "desk"),
        ("passing", {"desk": "14"}, 422, "desk"),
        ("merging", {"into": "ZZZZZZ"}, 422, "into"),
        ("splitting", {"problems": [1, 2], "title": "Allt"}, 422, "problems"),
        ("declining", {"why": "Ingen.", "instead": " "}, 422, "instead"),
    ],
)
def test_what_cannot_be_done_is_told_with_its_place(
    rut: TestClient, here: str, step: str, body: dict[str, Any], status: int, place: str
) -> None:
    answer = rut.post(f"{here}/{step}", json=body)
    assert (answer.status_code, answer.json()["detail"].partition(":")[0]) == (status, place)


def test_a_message_and_its_files_are_written_once(anna: TestClient, rut: TestClient, here: str) -> None:
    once = {"Idempotency-Key": "m"}
    told = [anna.post(f"{here}/messages", json={"text": "Se filen."}, headers=once).json() for _ in "ab"]
    assert told[0]["id"] == told[1]["id"]
    files = f"{here}/messages/{told[0]['id']}/files"
    for _ in "ab":
        sent = {"file": ("Tal.csv", b"a;b\n1;2\n")}
        assert anna.post(files, files=sent, headers={"Idempotency-Key": "f"}).status_code == 201
    (message,) = rut.get(f"{here}/messages").json()
    (file,) = message["files"]
    assert (file["name"], file["n_bytes"]) == ("Tal.csv", 8)
    assert rut.get(f"{here}/files/{file['id']}").content == b"a;b\n1;2\n"
    assert rut.post(files, files=sent).status_code == 404  # it is not her message
    assert anna.post(files, files={"file": ("a.png", b"\x89PNG")}).status_code == 422
    for n in range(4):
        assert anna.post(files, files={"file": (f"{n}.txt", b"hej")}).status_code == 201
    assert anna.post(files, files={"file": ("6.txt", b"hej")}).json()["detail"].startswith("file: ")


def test_nothing_is_written_without_the_token_of_the_sign_in(anna: TestClient, here: str) -> None:
    answer = anna.post(f"{here}/messages", json={"text": "Hej"}, headers={CSRF_HEADER: "0" * 64})
    assert answer.json()["type"].endswith("FormExpired")
