"""The one shape of errors, read and checked."""

from typing import Any

from api.problem_details import TYPES


def read_problem(answer: Any, status: int, kind: str, title: str | None = None) -> str:
    """The detail of a response that is an error of that status and kind, in the one shape and no other."""
    body = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(body) == {"type", "title", "status", "detail", "instance"}
    assert (answer.status_code, body["status"], body["type"]) == (status, status, TYPES + kind)
    assert body["title"] == title if title else body["title"]
    assert body["instance"] == answer.request.url.path
    assert isinstance(body["detail"], str)
    return body["detail"]
