"""The app is built of its settings; its description tells what can be sent, by example, and every error."""

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from kb.errors import ModelUnusable

PROBLEM = {"type", "title", "status", "detail", "instance"}


@pytest.fixture(scope="module")
def description(client: TestClient) -> dict[str, Any]:
    described: dict[str, Any] = client.get("/openapi.json").json()
    return described


def _operations(description: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {path: next(iter(methods.values())) for path, methods in description["paths"].items()}


def test_every_route_of_the_api_is_described_and_no_page(description: dict[str, Any]) -> None:
    assert set(description["paths"]) == {
        "/v1/search",
        "/v1/match",
        "/v1/team",
        "/v1/allocations",
        "/v1/guidance/{slug}",
        "/v1/guidance/{slug}/similar",
        "/v1/experts",
        "/v1/problem-areas",
        "/v1/plans",
        "/v1/snapshot",
        "/healthz",
        "/readyz",
    }


def test_every_route_has_a_summary(description: dict[str, Any]) -> None:
    assert [path for path, operation in _operations(description).items() if not operation.get("summary")] == []


def test_every_error_is_described_in_the_one_shape(description: dict[str, Any]) -> None:
    for operation in _operations(description).values():
        errors = {status: answer for status, answer in operation["responses"].items() if status != "200"}
        for answer in errors.values():
            assert set(answer["content"]) == {"application/problem+json"}
            assert set(answer["content"]["application/problem+json"]["schema"]["required"]) == PROBLEM


@pytest.mark.parametrize(
    ("path", "statuses"),
    [
        ("/v1/search", {"403", "422", "500", "503"}),
        ("/v1/match", {"400", "413", "415", "422", "500", "503"}),
        ("/v1/guidance/{slug}", {"404", "422", "500", "503"}),
        ("/v1/experts", {"422", "500", "503"}),
        ("/v1/problem-areas", {"500", "503"}),
        ("/v1/snapshot", {"500", "503"}),
        ("/readyz", {"500", "503"}),
        ("/healthz", set()),
    ],
)
def test_every_error_of_a_route_is_described(description: dict[str, Any], path: str, statuses: set[str]) -> None:
    assert set(_operations(description)[path]["responses"]) == {"200", *statuses}


def test_what_must_be_sent_is_shown_by_an_example_that_works(client: TestClient, description: dict[str, Any]) -> None:
    for path, operation in _operations(description).items():
        required = [parameter for parameter in operation.get("parameters", []) if parameter["required"]]
        values = {parameter["name"]: _example(parameter) for parameter in required}
        in_path = {name: value for name, value in values.items() if f"{{{name}}}" in path}
        query = {name: value for name, value in values.items() if name not in in_path}
        if "requestBody" in operation:
            schema = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].split("/")[-1]
            (body,) = description["components"]["schemas"][schema]["examples"]
            answer = client.post(path, json=body)
        else:
            answer = client.get(path.format(**in_path), params=query)
        assert answer.status_code == 200, path


def test_every_filter_with_an_example_takes_it(client: TestClient, description: dict[str, Any]) -> None:
    parameters = _operations(description)["/v1/experts"]["parameters"]
    examples = {parameter["name"]: _example(parameter) for parameter in parameters if _has_example(parameter)}
    declared = {"problem_area", "method", "county", "support", "format", "language"}
    assert set(examples) == declared | {"municipality", "from", "to", "state"}
    for name, value in examples.items():
        assert client.get("/v1/experts", params={name: value}).json()["n_experts"] > 0, name


def _has_example(parameter: dict[str, Any]) -> bool:
    return bool(parameter.get("examples") or parameter["schema"].get("examples"))


def _example(parameter: dict[str, Any]) -> Any:
    return (parameter.get("examples") or parameter["schema"]["examples"])[0]


def test_a_model_that_cannot_be_read_stops_the_service_before_it_starts(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable):
        create_app(Settings(snapshots=tmp_path, model=tmp_path / "nope"))
