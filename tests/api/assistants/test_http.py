"""POST /mcp answers an assistant that speaks streamable HTTP, when it reaches the service by its own name."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings

SPEAKS = {"accept": "application/json, text/event-stream", "content-type": "application/json"}
CALL = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "tools/call",
    "params": {"name": "search_guidance", "arguments": {"q": "snatteri"}},
}
Post = Callable[..., Any]


@pytest.fixture(scope="module")
def post(snapshots: Path) -> Any:
    """POST a message to /mcp of a service whose public address is https://stod.example.se."""
    with TestClient(create_app(Settings(snapshots=snapshots, public_url="https://stod.example.se"))) as client:

        def send(message: object, host: str = "stod.example.se", **headers: str) -> Any:
            return client.post("/mcp", json=message, headers={**SPEAKS, "host": host, **headers})

        yield send


@pytest.mark.parametrize("host", ["stod.example.se", "127.0.0.1:8000", "localhost"])
def test_a_tool_is_called_in_one_request(post: Post, host: str) -> None:
    answer = post(CALL, host)
    assert answer.status_code == 200
    result = answer.json()["result"]
    assert result["structuredContent"]["query"] == "snatteri"
    assert result["structuredContent"]["hits"]


def test_the_handshake_keeps_no_session(post: Post) -> None:
    hello = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}
    answer = post({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello})
    assert answer.status_code == 200
    assert answer.json()["result"]["serverInfo"]["name"] == "till-handling"
    assert "mcp-session-id" not in answer.headers


def test_another_host_or_origin_is_refused(post: Post) -> None:
    assert post(CALL, "evil.example").status_code == 421
    assert post(CALL, origin="https://evil.example").status_code == 403


def test_there_is_nothing_to_read_without_a_message(snapshots: Path) -> None:
    with TestClient(create_app(Settings(snapshots=snapshots))) as client:
        answer = client.get("/mcp", headers={"accept": "text/html"})
    assert answer.status_code == 405
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_message_that_is_too_large_is_refused(snapshots: Path) -> None:
    with TestClient(
        create_app(Settings(snapshots=snapshots, max_body_bytes=100)), base_url="http://localhost"
    ) as client:
        assert client.post("/mcp", json=CALL, headers=SPEAKS).status_code == 413


def test_the_service_can_be_opened_again(snapshots: Path) -> None:
    app = create_app(Settings(snapshots=snapshots))
    for _ in range(2):
        with TestClient(app, base_url="http://localhost") as client:
            assert client.post("/mcp", json=CALL, headers=SPEAKS).status_code == 200
