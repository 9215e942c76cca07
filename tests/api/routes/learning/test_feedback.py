"""What users say of answers, in the API."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.learning.take_feedback import MAX_ASKED_CHARS
from api.store.learning.limit import MOST_PER_NETWORK
from api.store.learning.unanswered import count_words
from tests.api.conftest import make_app
from tests.api.signed_in import sign_in
from tests.api.store.learning.said import keep_said
from tests.api.store.learning.test_unanswered import TOWNS
from tests.fakes.moments import NOON
from tests.store import database_in

BODY = {"about": "hit", "slug": "sspf", "verdict": "wrong", "asked": "unga i riskzonen", "reason": "För dyrt."}


@pytest.fixture
def service(snapshots: Path, tmp_path: Path) -> Iterator[TestClient]:
    with TestClient(make_app(snapshots, state=tmp_path / "state")) as client:
        yield client


def _sign_in_editor(service: TestClient) -> None:
    sign_in(service, "red@example.se", "editor", scope_kind="all", scope_code="")


def _list(service: TestClient, **asked: str) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = service.get("/v1/feedback", params=asked).json()["feedback"]
    return told


def test_what_a_visitor_says_is_read_and_reviewed_by_an_editor_once(service: TestClient) -> None:
    said = service.post("/v1/feedback", json={**BODY, "asked": "eleven Kevin på 070-174 06 71"})
    assert said.status_code == 201
    _sign_in_editor(service)
    (told,) = _list(service, state="new", about="hit", verdict="wrong")
    assert told == {
        "id": said.json()["id"],
        "at": "2026-11-22T12:00:00Z",
        "about": "hit",
        "slug": "sspf",
        "verdict": "wrong",
        "asked": "eleven [namn] på [telefon]",
        "reason": "För dyrt.",
        "state": "new",
        "reviewed": None,
    }
    here = f"/v1/feedback/{told['id']}/review"
    reviewed = service.post(here, json={"state": "taken"}).json()
    assert (reviewed["state"], reviewed["reviewed"]) == ("taken", "2026-11-22T12:00:00Z")
    again = service.post(here, json={"state": "dropped"})
    assert (again.status_code, again.json()["type"].split("/")[-1]) == (409, "FeedbackReviewed")
    assert (_list(service, state="new"), len(_list(service, state="taken"))) == ([], 1)


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"slug": "nope"}, "FeedbackRejected"),
        ({"about": "problem"}, "FeedbackRejected"),
        ({"asked": " "}, "FeedbackRejected"),
        ({"asked": "x" * (MAX_ASKED_CHARS + 1)}, "Invalid"),
        ({"verdict": "maybe"}, "Invalid"),
        ({"who": "me"}, "Invalid"),
    ],
)
def test_what_cannot_be_kept_is_told_without_what_was_asked(
    service: TestClient, changed: dict[str, str], kind: str
) -> None:
    answer = service.post("/v1/feedback", json={**BODY, **changed})
    assert (answer.status_code, answer.json()["type"].split("/")[-1]) == (422, kind)
    assert "riskzonen" not in answer.text


def test_a_page_of_another_site_is_refused(service: TestClient) -> None:
    answer = service.post("/v1/feedback", json=BODY, headers={"origin": "https://elsewhere.example"})
    assert answer.json()["type"].endswith("FormExpired")


def test_too_much_is_told_with_when_to_come_back(service: TestClient) -> None:
    codes = [service.post("/v1/feedback", json=BODY).status_code for _ in range(MOST_PER_NETWORK + 1)]
    assert codes == [201] * MOST_PER_NETWORK + [429]
    answer = service.post("/v1/feedback", json=BODY)
    assert (answer.headers["retry-after"], answer.json()["type"].split("/")[-1]) == ("900", "TooMuchFeedback")


def test_what_is_not_there_cannot_be_reviewed(service: TestClient) -> None:
    _sign_in_editor(service)
    answer = service.post("/v1/feedback/nope/review", json={"state": "taken"})
    assert (answer.status_code, answer.json()["type"].split("/")[-1]) == (404, "UnknownFeedback")


def test_a_filter_that_there_is_not_is_told(service: TestClient) -> None:
    _sign_in_editor(service)
    assert service.get("/v1/feedback", params={"verdicts": "right"}).status_code == 422


def test_the_number_of_all_and_that_nothing_stores_it_are_told(service: TestClient) -> None:
    keep_said(database_in(service))
    _sign_in_editor(service)
    answer = service.get("/v1/feedback")
    assert (answer.json()["n"], answer.headers["cache-control"]) == (1, "no-store")


def test_words_without_an_answer_are_told_from_five_municipalities_on(service: TestClient) -> None:
    _sign_in_editor(service)
    for town in TOWNS[:4]:
        with database_in(service).session() as session:
            count_words(session, ["padelbana"], town, NOON)
    assert service.get("/v1/unanswered-words").json() == {"n_towns": 5, "counting": False, "words": []}
    with database_in(service).session() as session:
        count_words(session, ["padelbana"], TOWNS[4], NOON)
    assert service.get("/v1/unanswered-words").json()["words"] == [{"word": "padelbana", "n_queries": 5}]
