"""Editors read what users say of answers, take or drop each once, and see the words without an answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.store.learning.tables import Feedback
from api.store.learning.unanswered import count_words
from tests.api.conftest import make_app
from tests.api.pages.read_page import read_page
from tests.api.signed_in import sign_in
from tests.api.store.learning.said import keep_said
from tests.api.store.learning.test_unanswered import TOWNS
from tests.fakes.moments import NOON
from tests.store import database_in

ATTACK = "<script>alert(1)</script>"


@pytest.fixture
def service(snapshots: Path, tmp_path: Path) -> Iterator[TestClient]:
    """Signed in as an editor."""
    with TestClient(make_app(snapshots, state=tmp_path / "state"), headers={"accept": "text/html"}) as client:
        sign_in(client, "red@example.se", "editor", scope_kind="all", scope_code="")
        yield client


def _token(service: TestClient) -> str:
    fields = read_page(service.get("/omdomen").text).all("input")
    return next(field.attributes["value"] for field in fields if field.attributes["name"] == "csrf")


def _state(service: TestClient, feedback_id: str) -> str:
    with database_in(service).reading() as session:
        return session.get_one(Feedback, feedback_id).state


def test_what_is_new_is_shown_as_text_with_what_it_answered_and_why(service: TestClient) -> None:
    keep_said(database_in(service), asked=f"unga {ATTACK}", reason="passar oss", is_right=False)
    answer = service.get("/omdomen")
    page = read_page(answer.text)
    assert answer.headers["cache-control"] == "no-store"
    assert ATTACK not in answer.text
    texts = [quote.text.strip() for quote in page.all("blockquote")]
    assert texts == [f"unga {ATTACK}", "passar oss"]
    assert "/vagledning/sspf" in page.links()


def test_a_document_that_is_gone_is_told_by_its_slug(service: TestClient) -> None:
    keep_said(database_in(service), slug="borttagen-metod")
    assert "borttagen-metod" in service.get("/omdomen").text


@pytest.mark.parametrize("decision", ["taken", "dropped"])
def test_it_is_taken_or_dropped_and_the_filters_stay(service: TestClient, decision: str) -> None:
    said = keep_said(database_in(service))
    data = {"csrf": _token(service), "feedback": said, "decision": decision, "about": "hit", "page": "1"}
    answer = service.post("/omdomen", data=data)
    assert (answer.status_code, _state(service, said)) == (200, decision)
    assert answer.url.query == f"state=new&about=hit&verdict=all&page=1&klar={decision}".encode()
    assert said not in answer.text
    assert "sspf" in service.get("/omdomen", params={"state": decision}).text


def test_what_a_colleague_reviewed_first_stands(service: TestClient) -> None:
    said = keep_said(database_in(service))
    data = {"csrf": _token(service), "feedback": said, "decision": "taken"}
    service.post("/omdomen", data=data)
    answer = service.post("/omdomen", data={**data, "decision": "dropped"})
    assert (answer.status_code, _state(service, said)) == (409, "taken")
    assert "Någon annan har redan tagit eller strukit omdömet" in answer.text


@pytest.mark.parametrize(
    ("changed", "status"), [({"feedback": "nope"}, 404), ({"decision": "new"}, 422), ({"csrf": ""}, 403)]
)
def test_what_the_page_does_not_send_is_refused(service: TestClient, changed: dict[str, str], status: int) -> None:
    said = keep_said(database_in(service))
    data = {"csrf": _token(service), "feedback": said, "decision": "taken", **changed}
    assert service.post("/omdomen", data=data).status_code == status
    assert _state(service, said) == "new"


def test_it_is_filtered_by_what_it_is_about_and_by_verdict(service: TestClient) -> None:
    keep_said(database_in(service), asked="en fråga")
    keep_said(database_in(service), asked="ett problem", about="problem", slug="klotter", is_right=False)
    for params, shown in (({"about": "hit"}, "en fråga"), ({"verdict": "wrong"}, "ett problem")):
        quotes = [
            quote.text.strip() for quote in read_page(service.get("/omdomen", params=params).text).all("blockquote")
        ]
        assert quotes == [shown]


def test_a_page_past_the_last_leads_to_it(service: TestClient) -> None:
    assert service.get("/omdomen", params={"page": "7"}).url.query == b"state=new&about=all&verdict=all&page=1"


def test_words_are_shown_once_five_municipalities_have_asked(service: TestClient) -> None:
    for number, town in enumerate(TOWNS[:5]):
        assert "padelbana" not in service.get("/omdomen").text, number
        with database_in(service).session() as session:
            count_words(session, ["padelbana"], town, NOON)
    cells = [cell.text for cell in read_page(service.get("/omdomen").text).all("td")]
    assert cells == ["padelbana", "5"]


def test_that_words_are_not_counted_is_told(service: TestClient) -> None:
    assert "KB_COUNT_UNANSWERED" in service.get("/omdomen").text


def test_editors_have_a_way_to_it_and_others_none(service: TestClient) -> None:
    assert "/omdomen" in read_page(service.get("/om").text).links()
    sign_in(service)
    assert "/omdomen" not in read_page(service.get("/om").text).links()
