"""Every answer carries the headers that keep a page from running or loading what is not ours."""

import pytest
from fastapi.testclient import TestClient

from api.middleware.security import POLICY

ANSWERS = {
    "/": 200,
    "/sok?q=snatteri": 200,
    "/v1/snapshot": 200,
    "/static/site.css": 200,
    "/openapi.json": 200,
    "/nope": 404,
    "/vagledning/nope": 404,
    "/v1/search": 422,
}


@pytest.mark.parametrize("path", ANSWERS)
def test_an_answer_has_the_headers(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == ANSWERS[path]
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"


def test_a_body_that_is_too_large_is_answered_with_the_headers(client: TestClient) -> None:
    answer = client.post("/matcha", content=b"x" * 2_000_000)
    assert answer.status_code == 413
    assert answer.headers["content-security-policy"] == POLICY


def test_nothing_runs_that_stands_in_a_page() -> None:
    directives = dict(directive.strip().split(" ", 1) for directive in POLICY.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == directives["style-src"] == "'self'"
    assert "unsafe" not in POLICY
    assert "http" not in POLICY


def test_the_documentation_of_the_api_may_load_its_scripts(client: TestClient) -> None:
    assert "content-security-policy" not in client.get("/docs").headers
