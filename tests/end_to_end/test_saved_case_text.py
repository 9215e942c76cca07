"""No text of a case stands in a log, an error, an address, a file name of a header or a mail: every route is asked."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from api.access.cookies import SIGN_IN_COOKIE
from api.access.csrf import CSRF_HEADER
from tests.api.conftest import make_app
from tests.api.every_route import fill_path, list_routes
from tests.api.signed_in import token_of
from tests.api.whole_case import WholeCase, save_whole_case
from tests.mail import Mailbox, run_mail_server
from tests.store import database_in, make_account, make_sign_in

CANARY = "Zebrafinken"
"""In every field that a person writes, in the messages and the names of files."""
ADDRESSES = re.compile(r'(?:href|action|formaction|src)="([^"]*)"')
FIELDS = ("title", "wish", "why_urgent", "text", "words", "pass_why", "decline_why", "decline_instead", "done_words")
BODIES: dict[str, dict[str, object]] = {
    "messages": {"text": CANARY},
    "wish": {"title": CANARY, "wish": CANARY, "why_urgent": CANARY},
    "ending": {"words": CANARY},
    "declining": {"why": CANARY, "instead": CANARY},
    "splitting": {"problems": [2], "title": CANARY},
    "passing": {"desk": "", "why": CANARY},
}
"""End of the address -> what a program sends there; elsewhere it sends what nothing takes."""
FAILING = (
    "api.cases.opened.find_case",
    "api.pages.cases.thread.show_case.list_messages",
    "api.pages.cases.thread.write.add_message",
    "api.routes.cases.thread.add_message",
)


@pytest.fixture(scope="module")
def outgoing() -> Iterator[Mailbox]:
    with run_mail_server() as mailbox:
        yield mailbox


@pytest.fixture
def service(tmp_path: Path, outgoing: Mailbox) -> Iterator[TestClient]:
    app = make_app(tmp_path / "snapshots", state=tmp_path / "state", mail_server=outgoing.url)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """All that any part of the service logs, however little it matters."""
    caplog.set_level(logging.DEBUG)
    return caplog


def _sign_in(service: TestClient, account_id: str) -> None:
    cookie = make_sign_in(database_in(service), account_id)
    service.cookies.set(SIGN_IN_COOKIE, cookie)
    service.headers[CSRF_HEADER] = token_of(database_in(service), cookie)


def _list_case_routes(service: TestClient) -> list[str]:
    app = service.app
    assert isinstance(app, FastAPI)
    parts = (" /arenden", " /arbetsbord", " /v1/cases")
    return sorted(route for route in list_routes(app.routes) if any(part in route for part in parts))


def _ask(service: TestClient, route: str, case: WholeCase, *, as_page: bool) -> Response:
    method, path = route.split(" ")
    names = {**case.names, "step": "avboj"} | ({"part_id": case.file_id} if method == "GET" else {})
    headers = {"accept": "text/html"} if as_page else {}
    address = fill_path(path, names)
    if path.startswith("/v1/"):
        return service.request(
            method, address, headers=headers, json=BODIES.get(path.rpartition("/")[2], {"text": CANARY})
        )
    data = {"csrf": service.headers[CSRF_HEADER], "mask": "1", **dict.fromkeys(FIELDS, CANARY)}
    return service.request(method, address, headers=headers, data=data, follow_redirects=False)


def _read_outside(answer: Response) -> str:
    """What is seen of an answer without reading its page: its headers, its addresses, and the whole of an error."""
    headers = {name: value for name, value in answer.headers.items() if name != "content-disposition"}
    page = answer.text if answer.headers.get("content-type", "").startswith("text/html") else ""
    error = answer.text if answer.headers.get("content-type") == "application/problem+json" else ""
    return "\n".join((str(headers), error, *ADDRESSES.findall(page)))


@pytest.mark.parametrize("as_page", [True, False])
@pytest.mark.parametrize("role", ["coordinator", "advisor"])
def test_no_text_of_a_case_leaves_it_by_the_way(
    service: TestClient, logged: pytest.LogCaptureFixture, outgoing: Mailbox, as_page: bool, role: str
) -> None:
    anna = make_account(database_in(service))
    _sign_in(service, anna if role == "coordinator" else save_whole_case(database_in(service)).advisor_id)
    outgoing.messages.clear()
    routes = _list_case_routes(service)
    assert len(routes) > 25
    for route in routes:
        case = save_whole_case(database_in(service), anna, CANARY)
        assert CANARY not in _read_outside(_ask(service, route, case, as_page=as_page)), route
    assert outgoing.messages
    assert not any(CANARY in message.as_string() for message in outgoing.messages)
    told = "".join(record.getMessage() for record in logged.records if record.name != "mail.log")
    assert CANARY not in told


def test_the_text_is_there_to_be_seen(service: TestClient) -> None:
    anna = make_account(database_in(service))
    _sign_in(service, anna)
    case = save_whole_case(database_in(service), anna, CANARY)
    for route in ("GET /arenden", "GET /arenden/{case_id}", "GET /v1/cases/{case_id}"):
        assert CANARY in _ask(service, route, case, as_page=False).text


@pytest.mark.parametrize("broken", FAILING)
def test_a_fault_that_nobody_expected_is_told_without_the_text(
    service: TestClient, logged: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError(CANARY)

    anna = make_account(database_in(service))
    _sign_in(service, anna)
    monkeypatch.setattr(broken, fail)
    failed = 0
    for route in _list_case_routes(service):
        case = save_whole_case(database_in(service), anna, CANARY)
        answers = [_ask(service, route, case, as_page=as_page) for as_page in (True, False)]
        failed += sum(answer.status_code == 500 for answer in answers)
        assert all(CANARY not in answer.text for answer in answers if answer.status_code == 500), route
    assert failed > 0
    assert CANARY not in "".join(record.getMessage() for record in logged.records if record.name != "mail.log")
