"""Words of a question without an answer are counted where its municipality is known, and only if turned on."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select

from api.accounts.keys import create_key
from api.store.learning.tables import UnansweredWord
from tests.api.conftest import make_app
from tests.api.pages.read_page import read_page
from tests.api.signed_in import sign_in
from tests.fakes.moments import NOON
from tests.store import database_in

QUESTION = "vilken temperatur har solens yta"
TOLD = {"text": "Solens yta har en temperatur av femtusen grader."}
SITE = "https://intranet.example.se"


def _serve(snapshots: Path, state: Path, *, counts: bool = True) -> TestClient:
    app = make_app(snapshots, state=state, count_unanswered=counts)
    return TestClient(app, headers={"accept": "text/html"})


@pytest.fixture
def service(snapshots: Path, tmp_path: Path) -> Iterator[TestClient]:
    with _serve(snapshots, tmp_path / "state") as client:
        yield client


def _n_counted(service: TestClient) -> int:
    with database_in(service).reading() as session:
        return session.scalar(select(func.sum(UnansweredWord.n_queries))) or 0


def _search(service: TestClient, q: str = QUESTION, **more: str) -> None:
    assert service.get("/sok", params={"q": q, **more}).status_code == 200


def test_a_coordinators_question_without_an_answer_is_counted_on_the_page_and_in_the_api(service: TestClient) -> None:
    sign_in(service)
    _search(service)
    once = _n_counted(service)
    assert once > 0
    service.get("/v1/search", params={"q": QUESTION})
    assert _n_counted(service) == 2 * once


def test_a_question_with_an_answer_is_not_counted(service: TestClient) -> None:
    sign_in(service)
    _search(service, "snatteri")
    assert _n_counted(service) == 0


@pytest.mark.parametrize(
    "scope", [{"scope_kind": "county", "scope_code": "14"}, {"scope_kind": "all", "scope_code": ""}]
)
def test_an_advisors_question_is_of_no_municipality(service: TestClient, scope: Mapping[str, str]) -> None:
    sign_in(service, "r@lst.example.se", "advisor", **scope)
    _search(service)
    assert _n_counted(service) == 0


def test_a_visitors_question_is_of_no_municipality(service: TestClient) -> None:
    _search(service)
    service.post("/matcha", data=TOLD)
    assert _n_counted(service) == 0


def test_a_description_is_counted_by_the_municipality_of_its_form_once_however_often_it_is_adjusted(
    service: TestClient,
) -> None:
    page = service.post("/matcha", data={**TOLD, "municipality": "Borås"})
    once = _n_counted(service)
    assert once > 0
    (state,) = [f.attributes["value"] for f in read_page(page.text).all("input") if f.attributes["name"] == "state"]
    assert service.post("/matcha", data={**TOLD, "municipality": "Borås", "state": state}).status_code == 200
    assert _n_counted(service) == once


def test_a_widgets_question_is_counted_where_its_key_tells_the_municipality(service: TestClient) -> None:
    database = database_in(service)
    _, without = create_key(database, "a", "widget", SITE, NOON)
    _, with_town = create_key(database, "b", "widget", SITE, NOON, "1490")
    for key in (without, "nope"):
        service.get("/v1/search", params={"q": QUESTION, "key": key}, headers={"origin": SITE})
    assert _n_counted(service) == 0
    answer = service.get("/v1/search", params={"q": QUESTION, "key": with_town}, headers={"origin": SITE})
    assert answer.status_code == 200
    assert _n_counted(service) > 0


def test_a_key_of_a_widget_opens_no_plans_though_it_tells_a_municipality(service: TestClient) -> None:
    _, shown = create_key(database_in(service), "b", "widget", "*", NOON, "1490")
    headers = {"authorization": f"Bearer {shown}", "accept": "application/json"}
    assert service.get("/v1/plans", headers=headers).status_code == 401


def test_nothing_is_counted_unless_it_is_turned_on(snapshots: Path, tmp_path: Path) -> None:
    with _serve(snapshots, tmp_path / "state", counts=False) as service:
        sign_in(service)
        _search(service)
        service.post("/matcha", data={**TOLD, "municipality": "Borås"})
        assert _n_counted(service) == 0


def test_a_database_that_is_away_keeps_nobody_from_an_answer(snapshots: Path) -> None:
    app = make_app(snapshots, count_unanswered=True, database_url="postgresql://kb:secret@127.0.0.1:1/none")
    with TestClient(app, headers={"accept": "text/html"}) as service:
        assert service.post("/matcha", data={**TOLD, "municipality": "Borås"}).status_code == 200
        _search(service)
