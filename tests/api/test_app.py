"""The app is built of its settings; its description tells what can be sent, by example, and every error."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.access.cookies import SIGN_IN_COOKIE
from api.access.csrf import CSRF_HEADER
from api.access.current_account import find_signed_in
from api.app import create_app
from api.routes.expert_side.asked import TAG as EXPERT_SIDE
from api.settings import Settings
from kb.errors import ModelUnusable
from tests.api.advised_case import save_advised_case
from tests.api.booked_case import save_booked_case
from tests.api.conftest import make_app
from tests.api.examples import Description, example_of, has_example, list_operations, send_example
from tests.api.signed_in import sign_in, token_of
from tests.api.store.cases.advised import EXPERT
from tests.api.store.learning.said import keep_said
from tests.api.whole_case import save_whole_case
from tests.api.whole_plan import save_whole_plan
from tests.fakes.moments import NOON
from tests.store import database_in, make_sign_in

PROBLEM = {"type", "title", "status", "detail", "instance"}


OF_OTHERS = {
    "GET /v1/advice": "advisor",
    "POST /v1/cases/{case_id}/advice": "advisor",
    "PATCH /v1/cases/{case_id}/advice/{advice_id}": "advisor",
    "DELETE /v1/cases/{case_id}/advice/{advice_id}": "advisor",
    "GET /v1/quality": "advisor",
    "GET /v1/national/effect": "advisor",
    "GET /v1/national/needs": "advisor",
    "GET /v1/national/report": "advisor",
    "GET /v1/national/use": "editor",
    "GET /v1/national/priority": "advisor",
    "GET /v1/my-quality": "expert",
    "GET /v1/cases/{case_id}/asks": "advisor",
    "POST /v1/cases/{case_id}/asks": "advisor",
    "DELETE /v1/cases/{case_id}/asks/{ask_id}": "advisor",
    "POST /v1/cases/{case_id}/bookings": "advisor",
    "PATCH /v1/cases/{case_id}/bookings/{booking_id}": "advisor",
    "DELETE /v1/cases/{case_id}/bookings/{booking_id}": "advisor",
    "POST /v1/case-allocations": "advisor",
    "GET /v1/feedback": "editor",
    "POST /v1/feedback/{feedback_id}/review": "editor",
    "GET /v1/unanswered-words": "editor",
}
"""Route -> the role that may, where that is no coordinator."""
ELSEWHERE = ("-allocations/confirmed", "/v1/use")
OF_ASKED = re.compile(r"/asks|/bookings")
"""In the addresses of what experts are asked and booked for."""


@pytest.fixture(scope="module")
def description(client: TestClient) -> Description:
    described: Description = client.get("/openapi.json").json()
    return described


@pytest.fixture(scope="module")
def coordinator(snapshots: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The browser of a coordinator, who may all that can be asked of saved plans."""
    folder = tmp_path_factory.mktemp("coordinator")
    with TestClient(make_app(snapshots, state=folder / "state")) as client:
        sign_in(client)
        yield client


@pytest.fixture(scope="module")
def advisor(coordinator: TestClient) -> TestClient:
    """The browser of an advisor of the coordinator's county, at the same service."""
    browser = TestClient(coordinator.app)
    cookie = make_sign_in(database_in(coordinator), save_whole_case(database_in(coordinator)).advisor_id)
    browser.cookies.set(SIGN_IN_COOKIE, cookie)
    browser.headers[CSRF_HEADER] = token_of(database_in(coordinator), cookie)
    return browser


@pytest.fixture(scope="module")
def others(coordinator: TestClient) -> Mapping[str, TestClient]:
    """Role -> the browser of an advisor, an editor and an expert, at the service of the coordinator."""
    browsers = {role: TestClient(coordinator.app) for role in ("advisor", "editor", "expert")}
    sign_in(browsers["editor"], "red@example.se", "editor", scope_kind="all", scope_code="")
    sign_in(browsers["advisor"], "r@lst.example.se", "advisor", scope_kind="county", scope_code="14")
    sign_in(browsers["expert"], "est@example.se", "expert", scope_kind="expert", scope_code=EXPERT)
    return browsers


def test_every_route_of_the_api_is_described_and_no_page(description: Description) -> None:
    assert set(description["paths"]) == {
        "/v1/search",
        "/v1/compare",
        "/v1/match",
        "/v1/team",
        "/v1/allocations",
        "/v1/guidance/{slug}",
        "/v1/guidance/{slug}/similar",
        "/v1/experts",
        "/v1/experts/{slug}/invitation",
        "/v1/my-calendar",
        "/v1/my-calendar/confirmation",
        "/v1/my-calendar/feed-reading",
        "/v1/my-profile",
        "/v1/my-profile/consents/{purpose}",
        "/v1/my-profile/reviews",
        "/v1/problem-areas",
        "/v1/feedback",
        "/v1/feedback/{feedback_id}/review",
        "/v1/unanswered-words",
        "/v1/cases",
        "/v1/cases/{case_id}",
        "/v1/cases/{case_id}/advisors",
        "/v1/cases/{case_id}/assignment",
        "/v1/cases/{case_id}/declining",
        "/v1/cases/{case_id}/ending",
        "/v1/cases/{case_id}/events",
        "/v1/cases/{case_id}/files/{part_id}",
        "/v1/cases/{case_id}/merging",
        "/v1/cases/{case_id}/messages",
        "/v1/cases/{case_id}/messages/{part_id}/files",
        "/v1/cases/{case_id}/passing",
        "/v1/cases/{case_id}/reopening",
        "/v1/cases/{case_id}/splitting",
        "/v1/cases/{case_id}/taking",
        "/v1/cases/{case_id}/weights",
        "/v1/cases/{case_id}/wish",
        "/v1/plans",
        "/v1/plans/saved",
        "/v1/plans/erased",
        "/v1/plans/{plan_id}",
        "/v1/plans/{plan_id}/adoption",
        "/v1/plans/{plan_id}/advisors",
        "/v1/plans/{plan_id}/comments",
        "/v1/plans/{plan_id}/comments/{part_id}",
        "/v1/plans/{plan_id}/document",
        "/v1/plans/{plan_id}/follow-up",
        "/v1/plans/{plan_id}/links",
        "/v1/plans/{plan_id}/links/{part_id}",
        "/v1/plans/{plan_id}/plan.json",
        "/v1/plans/{plan_id}/revision",
        "/v1/plans/{plan_id}/versions",
        "/v1/plans/{plan_id}/versions/{number}",
        "/v1/plans/{plan_id}/versions/{number}/restoration",
        "/v1/advice",
        "/v1/asks/{token}/answer",
        "/v1/case-allocations",
        "/v1/case-allocations/confirmed",
        "/v1/cases/{case_id}/asks",
        "/v1/cases/{case_id}/asks/{ask_id}",
        "/v1/cases/{case_id}/bookings",
        "/v1/cases/{case_id}/bookings/{booking_id}",
        "/v1/cases/{case_id}/advice",
        "/v1/cases/{case_id}/advice/{advice_id}",
        "/v1/cases/{case_id}/follow-ups",
        "/v1/cases/{case_id}/follow-ups/{months}",
        "/v1/follow-ups/{token}",
        "/v1/my-quality",
        "/v1/national/effect",
        "/v1/national/needs",
        "/v1/national/priority",
        "/v1/national/report",
        "/v1/national/use",
        "/v1/use",
        "/v1/quality",
        "/v1/snapshot",
        "/healthz",
        "/readyz",
    }


def test_every_route_has_a_summary(description: Description) -> None:
    assert [path for path, operation in list_operations(description).items() if not operation.get("summary")] == []


def test_every_error_is_described_in_the_one_shape(description: Description) -> None:
    for operation in list_operations(description).values():
        for status, answer in operation["responses"].items():
            if status[0] != "2":
                assert set(answer["content"]) == {"application/problem+json"}
                assert set(answer["content"]["application/problem+json"]["schema"]["required"]) == PROBLEM


@pytest.mark.parametrize(
    ("route", "statuses"),
    [
        ("GET /v1/search", {"403", "422", "500", "503"}),
        ("POST /v1/match", {"400", "413", "415", "422", "500", "503"}),
        ("GET /v1/guidance/{slug}", {"404", "422", "500", "503"}),
        ("GET /v1/experts", {"422", "500", "503"}),
        ("GET /v1/problem-areas", {"500", "503"}),
        ("GET /v1/snapshot", {"500", "503"}),
        ("GET /readyz", {"500", "503"}),
        ("GET /healthz", set()),
    ],
)
def test_every_error_of_a_route_is_described(description: Description, route: str, statuses: set[str]) -> None:
    assert set(list_operations(description)[route]["responses"]) == {"200", *statuses}


OF_ADVISORS = (
    "advisors",
    "assignment",
    "declining",
    "merging",
    "passing",
    "reopening",
    "splitting",
    "taking",
    "weights",
)
"""Ends of the addresses of what an advisor does with a case."""


def is_of_case(route: str) -> bool:
    """Whether it is of a case itself, its thread or its history: not of experts, advice or follow-ups in it."""
    return "/v1/cases" in route and not re.search(r"/asks|/bookings|/advice|/follow-ups", route)


def test_what_can_be_asked_of_a_case_is_shown_by_an_example_that_works(
    coordinator: TestClient, advisor: TestClient, description: Description
) -> None:
    coordinator_id = find_signed_in_id(coordinator)
    for route, operation in list_operations(description).items():
        if is_of_case(route):
            case = save_whole_case(database_in(coordinator), coordinator_id)
            asks = advisor if route.endswith(OF_ADVISORS) else coordinator
            names = case.names | ({"part_id": case.file_id} if route.startswith("GET") else {})
            answer = send_example(asks, route, description, names)
            assert str(answer.status_code) == min(operation["responses"]), (route, answer.text)


def test_what_must_be_sent_is_shown_by_an_example_that_works(
    client: TestClient, coordinator: TestClient, others: Mapping[str, TestClient], description: Description
) -> None:
    """Those of the experts' own side are sent in `tests/api/routes/expert_side/`, by who may; what names a case that
    has to be there, in `tests/api/routes/cases/test_allocation.py`; a widget's key in
    `tests/api/pages/national/test_use.py`.
    """
    for route, operation in list_operations(description).items():
        if is_of_case(route) or operation.get("tags") == [EXPERT_SIDE] or route.endswith(ELSEWHERE):
            continue
        is_of_accounts = "401" in operation["responses"]
        names = save_whole_plan(database_in(coordinator)).names if is_of_accounts else {}
        if "/links/" in route:
            names["part_id"] = _find_link(coordinator, names["plan_id"])
        if OF_ASKED.search(route):
            booked = save_booked_case(database_in(coordinator))
            names |= booked.names | {"token": booked.token}
        elif "/feedback/" in route:
            names["feedback_id"] = keep_said(database_in(coordinator))
        elif "/cases/" in route or "/follow-ups/" in route:
            names |= save_advised_case(database_in(coordinator)).names
        asks = others.get(OF_OTHERS.get(route, ""), coordinator if is_of_accounts else client)
        answer = send_example(asks, route, description, names)
        assert str(answer.status_code) == min(operation["responses"]), (route, answer.text)


def test_all_that_is_sent_has_an_example(description: Description) -> None:
    for route, operation in list_operations(description).items():
        if "401" in operation["responses"]:
            assert all(has_example(one) for one in operation.get("parameters", [])), route


def test_every_filter_with_an_example_takes_it(client: TestClient, description: Description) -> None:
    parameters = list_operations(description)["GET /v1/experts"]["parameters"]
    examples = {parameter["name"]: example_of(parameter) for parameter in parameters if has_example(parameter)}
    declared = {"problem_area", "method", "county", "support", "format", "language"}
    assert set(examples) == declared | {"municipality", "from", "to", "state"}
    for name, value in examples.items():
        assert client.get("/v1/experts", params={name: value}).json()["n_experts"] > 0, name


def find_signed_in_id(browser: TestClient) -> str:
    account = find_signed_in(database_in(browser), browser.cookies[SIGN_IN_COOKIE], NOON)
    assert account
    return account.id


def _find_link(coordinator: TestClient, plan_id: str) -> str:
    link_id: str = coordinator.get(f"/v1/plans/{plan_id}/links").json()[0]["id"]
    return link_id


def test_a_model_that_cannot_be_read_stops_the_service_before_it_starts(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable):
        create_app(Settings(snapshots=tmp_path, model=tmp_path / "nope"))
