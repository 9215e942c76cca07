"""The app is built of its settings; its description tells what can be sent, by example, and every error."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.routes.expert_side.asked import TAG as EXPERT_SIDE
from api.settings import Settings
from kb.errors import ModelUnusable
from tests.api.conftest import make_app
from tests.api.examples import Description, example_of, has_example, list_operations, send_example
from tests.api.signed_in import sign_in
from tests.api.whole_plan import save_whole_plan
from tests.store import database_in

PROBLEM = {"type", "title", "status", "detail", "instance"}


@pytest.fixture(scope="module")
def description(client: TestClient) -> Description:
    described: Description = client.get("/openapi.json").json()
    return described


@pytest.fixture(scope="module")
def coordinator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The browser of a coordinator, who may all that can be asked of saved plans."""
    folder = tmp_path_factory.mktemp("coordinator")
    with TestClient(make_app(folder / "snapshots", state=folder / "state")) as client:
        sign_in(client)
        yield client


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


def test_what_must_be_sent_is_shown_by_an_example_that_works(
    client: TestClient, coordinator: TestClient, description: Description
) -> None:
    """Those of the experts' own side are sent in `tests/api/routes/expert_side/`, by who may."""
    operations = list_operations(description).items()
    for route, operation in [(route, told) for route, told in operations if told.get("tags") != [EXPERT_SIDE]]:
        is_of_accounts = "401" in operation["responses"]
        names = save_whole_plan(database_in(coordinator)).names if is_of_accounts else {}
        if "/links/" in route:
            names["part_id"] = _find_link(coordinator, names["plan_id"])
        answer = send_example(coordinator if is_of_accounts else client, route, description, names)
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


def _find_link(coordinator: TestClient, plan_id: str) -> str:
    link_id: str = coordinator.get(f"/v1/plans/{plan_id}/links").json()[0]["id"]
    return link_id


def test_a_model_that_cannot_be_read_stops_the_service_before_it_starts(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable):
        create_app(Settings(snapshots=tmp_path, model=tmp_path / "nope"))
