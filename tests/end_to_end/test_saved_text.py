"""No text of a saved plan stands in a log, an error, an address or a file name: every route is asked, and fails."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from tests.api.conftest import make_app
from tests.api.every_route import fill_path, list_routes
from tests.api.examples import send_example
from tests.api.signed_in import sign_in
from tests.api.whole_plan import WholePlan, save_whole_plan
from tests.kb.plans.working.small_work import MEASURE, PROBLEM
from tests.store import database_in

CANARY = "Zebrafinken"
"""In every field that a person writes, in the comment and in the names of the links."""
ADDRESSES = re.compile(r'(?:href|action|formaction|src)="([^"]*)"')
FAILING = (
    "api.saved_plans.opened.open_plan",
    "api.routes.saved.plan.save_fields",
    "api.pages.plans.saved.editor.save_fields",
)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[TestClient]:
    """A coordinator, at a service that answers what it did not expect as it does in earnest."""
    app = make_app(tmp_path / "snapshots", state=tmp_path / "state")
    with TestClient(app, raise_server_exceptions=False) as client:
        sign_in(client)
        yield client


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """All that any part logs, however little it matters."""
    caplog.set_level(logging.DEBUG)
    return caplog


def _list_plan_routes(service: TestClient) -> list[str]:
    """Every route of saved plans, and what an account is shown of itself."""
    app = service.app
    assert isinstance(app, FastAPI)
    parts = (" /planer", " /v1/plans/", " /delad", " /kalender", " /konto")
    return sorted(route for route in list_routes(app.routes) if any(part in route for part in parts))


def _ask(service: TestClient, route: str, plan: WholePlan, *, as_page: bool, text: str) -> Response:
    """What comes of asking the route for the plan; of a form with that text in each of its fields."""
    method, path = route.split(" ")
    names = plan.names | ({"token": plan.calendar.token} if "ics" in route else {})
    headers = {"accept": "text/html"} if as_page else {}
    if path.startswith("/v1/"):
        return service.request(
            method, fill_path(path, names), headers={**headers, "If-Match": '"3"'}, json={"text": text}
        )
    token = service.headers["X-CSRF-Token"]
    fields = dict.fromkeys(("title", f"{PROBLEM}/baseline", f"{MEASURE}/cost", "body", "text", "name", "days"), text)
    data = {"csrf": token, "base": "3", "comment": text, "link": text, "version": text, "day": text, **fields}
    return service.request(method, fill_path(path, names), headers=headers, data=data, follow_redirects=False)


def _read_outside(answer: Response) -> str:
    """What is seen of an answer without reading its page: its headers, its addresses, and the whole of an error."""
    page = answer.text if answer.headers.get("content-type", "").startswith("text/html") else ""
    error = answer.text if answer.headers.get("content-type") == "application/problem+json" else ""
    return "\n".join((str(dict(answer.headers)), error, *ADDRESSES.findall(page)))


@pytest.mark.parametrize("as_page", [True, False])
@pytest.mark.parametrize("text", [CANARY, f"{CANARY} " * 900], ids=["short", "too long"])
def test_no_text_of_a_plan_leaves_it_by_the_way(
    service: TestClient, logged: pytest.LogCaptureFixture, as_page: bool, text: str
) -> None:
    routes = [route for route in _list_plan_routes(service) if "/konto/" not in route]
    assert len(routes) > 40
    for route in routes:
        plan = save_whole_plan(database_in(service), CANARY)
        answer = _ask(service, route, plan, as_page=as_page, text=text)
        assert CANARY not in _read_outside(answer), route
    assert CANARY not in logged.text


def test_the_text_is_there_to_be_seen(service: TestClient) -> None:
    plan = save_whole_plan(database_in(service), CANARY)
    for route in (
        "GET /planer/{plan_id}",
        "GET /planer",
        "GET /v1/plans/{plan_id}",
        "GET /v1/plans/{plan_id}/follow-up",
    ):
        assert CANARY in _ask(service, route, plan, as_page=False, text="").text


@pytest.mark.parametrize("broken", FAILING)
def test_a_fault_that_nobody_expected_is_told_without_the_text(
    service: TestClient, logged: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError(CANARY)

    description = service.get("/openapi.json").json()
    monkeypatch.setattr(broken, fail)
    failed = 0
    for route in _list_plan_routes(service):
        if "{plan_id}" in route:
            plan = save_whole_plan(database_in(service), CANARY)
            answers = [_ask(service, route, plan, as_page=as_page, text="x") for as_page in (True, False)]
            if "/v1/" in route:
                answers.append(send_example(service, route, description, plan.names))
            failed += sum(answer.status_code == 500 for answer in answers)
            assert all(CANARY not in _read_outside(answer) for answer in answers), route
            assert all(CANARY not in answer.text for answer in answers if answer.status_code == 500), route
    assert failed
    assert "RuntimeError" in logged.text
    assert CANARY not in logged.text
