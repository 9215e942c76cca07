"""Monitors ask with HEAD: what GET would answer, without the body."""

import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/sok?q=snatteri", 200),
        ("/v1/search?q=snatteri", 200),
        ("/v1/snapshot", 200),
        ("/readyz", 200),
        ("/static/site.css", 200),
        ("/openapi.json", 200),
        ("/v1/search", 422),
        ("/v1/guidance/nope", 404),
        ("/nope", 404),
    ],
)
def test_the_answer_is_that_of_get_without_its_body(client: TestClient, path: str, status: int) -> None:
    head, get = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (status, b"")
    assert dict(head.headers) == dict(get.headers)
    assert int(head.headers["content-length"]) > 0


def test_what_is_not_read_with_get_is_not_read_with_head(client: TestClient) -> None:
    answer = client.head("/v1/match")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
