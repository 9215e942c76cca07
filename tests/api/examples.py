"""The examples of the OpenAPI description, sent."""

from collections.abc import Mapping
from typing import Any

from fastapi.testclient import TestClient
from httpx2 import Response

from tests.api.every_route import fill_path
from tests.api.own_template import write_template

Description = dict[str, Any]


def list_operations(description: Description) -> dict[str, dict[str, Any]]:
    """Method and path -> what is told of it."""
    paths = description["paths"].items()
    return {f"{method.upper()} {path}": told for path, methods in paths for method, told in methods.items()}


def send_example(
    client: TestClient,
    route: str,
    description: Description,
    names: Mapping[str, str],
    headers: Mapping[str, str] | None = None,
) -> Response:
    """What comes of sending the examples of all that is required; names : what stands in the path instead of those.

    A file has no example: what takes nothing but a form with one gets a template.
    """
    method, path = route.split(" ")
    operation = list_operations(description)[route]
    parameters = operation.get("parameters", [])
    required = [one for one in parameters if one["required"] or (path, one["name"]) == ("/v1/compare", "slug")]
    values: dict[str, dict[str, Any]] = {"path": {}, "query": {}, "header": {}}
    for one in required:
        values[one["in"]][one["name"]] = example_of(one)
    bodies = operation.get("requestBody", {}).get("content", {})
    body = bodies.get("application/json", {}).get("schema")
    return client.request(
        method,
        fill_path(path, {**values["path"], **names}),
        params=values["query"],
        headers={**values["header"], **(headers or {})},
        json=_body_of(body, description) if body else None,
        files={_name_file(bodies, description): ("mall.docx", write_template())} if _takes_file(bodies) else None,
    )


def _takes_file(bodies: Mapping[str, Any]) -> bool:
    return "multipart/form-data" in bodies and "application/json" not in bodies


def _name_file(bodies: Mapping[str, Any], description: Description) -> str:
    """The field of the form that must be a file."""
    reference = bodies["multipart/form-data"]["schema"]["$ref"].split("/")[-1]
    (name,) = description["components"]["schemas"][reference]["required"]
    return str(name)


def has_example(parameter: Mapping[str, Any]) -> bool:
    return bool(parameter.get("examples") or parameter["schema"].get("examples"))


def example_of(parameter: Mapping[str, Any]) -> Any:
    return (parameter.get("examples") or parameter["schema"]["examples"])[0]


def _body_of(schema: Mapping[str, Any], description: Description) -> Any:
    reference = schema.get("$ref", "").split("/")[-1]
    (body,) = (description["components"]["schemas"][reference] if reference else schema)["examples"]
    return body
