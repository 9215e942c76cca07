"""Follow-ups in the API: answered once, by the link or in the case; what they say is told as numbers of many alone."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.api.advised_case import AdvisedCase, save_advised_case
from tests.api.conftest import make_app
from tests.api.signed_in import sign_in
from tests.api.store.cases.advised import EXPERT, TOWNS, agree, answer, make_done
from tests.fakes.moments import SetMoments
from tests.store import database_in

BODY = {"used": "partly", "helped": 4, "quality": 5, "text": "Eleven Kevin är med."}


@pytest.fixture
def moments() -> SetMoments:
    return SetMoments()


@pytest.fixture
def service(tmp_path: Path, moments: SetMoments) -> Iterator[TestClient]:
    """Signed in to nothing."""
    with TestClient(make_app(tmp_path / "snapshots", now=moments, state=tmp_path / "state")) as client:
        yield client


@pytest.fixture
def case(service: TestClient) -> AdvisedCase:
    return save_advised_case(database_in(service))


def _answer_many(service: TestClient, n: int, towns: tuple[str, ...] = TOWNS) -> None:
    with database_in(service).session() as session:
        for i in range(n):
            answer(session, make_done(session, towns[i % len(towns)]), points=1 + i % 5)


def test_a_link_answers_once_and_the_first_answer_stands(
    service: TestClient, case: AdvisedCase, moments: SetMoments
) -> None:
    here = f"/v1/follow-ups/{case.token}"
    first = service.post(here, json=BODY).json()
    assert first == {"months": 3, "answered": "2026-11-22T12:00:00Z"}
    moments.move(timedelta(days=1))
    assert service.post(here, json=BODY).json() == first
    answer = service.post(here, json={**BODY, "helped": 1})
    assert (answer.status_code, answer.json()["type"].split("/")[-1]) == (409, "FollowUpAnswered")


def test_a_link_works_for_sixty_days(service: TestClient, case: AdvisedCase, moments: SetMoments) -> None:
    moments.move(timedelta(days=60))
    assert service.post(f"/v1/follow-ups/{case.token}", json=BODY).status_code == 404
    assert service.post("/v1/follow-ups/x", json=BODY).json()["type"].endswith("FollowUpDead")


@pytest.mark.parametrize("wrong", [{"used": "x"}, {"helped": 0}, {"quality": 6}, {"text": "x" * 2_001}, {"more": 1}])
def test_an_answer_is_of_the_words_and_points_that_there_are(
    service: TestClient, case: AdvisedCase, wrong: dict[str, object]
) -> None:
    assert service.post(f"/v1/follow-ups/{case.token}", json={**BODY, **wrong}).status_code == 422


def test_who_asked_answers_in_the_case_and_sees_its_answer(service: TestClient, case: AdvisedCase) -> None:
    sign_in(service)
    here = f"/v1/cases/{case.id}/follow-ups"
    assert service.post(f"{here}/12", json=BODY).status_code == 404
    assert service.post(f"{here}/3", json=BODY).status_code == 200
    first, second = service.get(here).json()
    assert (first["used"], first["helped"], first["text"]) == ("partly", 4, "Eleven [namn] är med.")
    assert (second["months"], second["due"], second["answered"]) == (12, "2027-11-20", None)


def test_an_advisor_sees_what_was_written_and_no_points(service: TestClient, case: AdvisedCase) -> None:
    service.post(f"/v1/follow-ups/{case.token}", json=BODY)
    sign_in(service, "r@lst.example.se", "advisor", scope_kind="county", scope_code="14")
    first = service.get(f"/v1/cases/{case.id}/follow-ups").json()[0]
    assert (first["text"], first["used"], first["helped"], first["quality"]) == ("Eleven [namn] är med.", *[None] * 3)
    assert first["answered"] is not None
    assert service.post(f"/v1/cases/{case.id}/follow-ups/3", json=BODY).status_code == 403


def test_an_expert_is_told_numbers_when_five_have_answered_and_it_has_agreed(service: TestClient) -> None:
    sign_in(service, "expert@example.se", "expert", scope_kind="expert", scope_code=EXPERT)
    assert service.get("/v1/my-quality").json() == {"figures": None, "why_not": "no_consent"}
    with database_in(service).session() as session:
        agree(session)
    _answer_many(service, 4)
    assert service.get("/v1/my-quality").json() == {"figures": None, "why_not": "too_few"}
    _answer_many(service, 1)
    told = service.get("/v1/my-quality").json()
    assert (told["why_not"], told["figures"]["n"], told["figures"]["used"]) == (None, 5, {"mean": 1, "spread": 0})
    assert told["figures"]["helped"]["mean"] == (1 + 2 + 3 + 4 + 1) / 5


def test_a_sixth_answer_changes_nothing_before_the_tenth(service: TestClient) -> None:
    sign_in(service, "expert@example.se", "expert", scope_kind="expert", scope_code=EXPERT)
    with database_in(service).session() as session:
        agree(session)
    n_told = []
    for _ in range(10):
        _answer_many(service, 1)
        _answer_many(service, 1, TOWNS[1:])
        figures = service.get("/v1/my-quality").json()["figures"]
        n_told.append(figures["n"] if figures else 0)
    assert all(later == n or later - n >= 5 for n, later in zip([0, *n_told], n_told, strict=False))


def test_an_advisor_is_told_numbers_by_county_and_area(service: TestClient) -> None:
    sign_in(service, "r@lst.example.se", "advisor", scope_kind="county", scope_code="14")
    _answer_many(service, 4)
    assert service.get("/v1/quality").json() == {"places": []}
    _answer_many(service, 1)
    _answer_many(service, 5, ("0180", "0136", "0192"))
    told = service.get("/v1/quality").json()["places"]
    assert [(place["county"], place["area"], place["figures"]["n"]) for place in told] == [
        ("14", None, 5),
        ("14", "nyrekrytering", 5),
    ]
    sign_in(service, "bra@bra.example.se", "advisor", scope_kind="all", scope_code="")
    told = service.get("/v1/quality").json()["places"]
    assert [(place["county"], place["figures"]["n"]) for place in told if place["area"] is None] == [
        ("", 10),
        ("01", 5),
        ("14", 5),
    ]
    assert [place["county"] for place in service.get("/v1/quality", params={"county": "01"}).json()["places"]] == [
        "01",
        "01",
    ]
