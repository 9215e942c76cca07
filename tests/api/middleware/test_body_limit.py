"""No body over the limit is read whole, announced or not."""

import asyncio
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pytest
from fastapi.testclient import TestClient
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.middleware.body_limit import BodyLimit


@dataclass(frozen=True)
class Answer:
    """n_read: how many pieces of the body were asked for."""

    status: int
    body: bytes
    n_read: int


async def _tell_length(scope: Scope, receive: Receive, send: Send) -> None:
    """A service that reads the whole body and tells its length."""
    length, more = 0, True
    while more:
        message = await receive()
        length, more = length + len(message["body"]), message["more_body"]
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": str(length).encode()})


OF_TEN = BodyLimit(_tell_length, max_bytes=10)


def test_a_body_of_the_limit_is_read() -> None:
    assert _post(OF_TEN, [b"x" * 10], length="10") == Answer(200, b"10", 1)


def test_a_body_of_the_limit_in_pieces_is_read() -> None:
    assert _post(OF_TEN, [b"x" * 5, b"x" * 5]) == Answer(200, b"10", 2)


def test_a_longer_body_that_is_announced_is_refused_unread() -> None:
    answer = _post(OF_TEN, [b"x" * 11], length="11")
    assert (answer.status, answer.n_read) == (413, 0)
    assert json.loads(answer.body)["detail"] == "at most 10 bytes are read; send a part of it"


@pytest.mark.parametrize("length", [None, "1", "-1", "many", "1e9"])
def test_a_longer_body_whose_length_is_not_told_is_refused_at_the_limit(length: str | None) -> None:
    answer = _post(OF_TEN, [b"x" * 4] * 5, length)
    assert (answer.status, answer.n_read) == (413, 3)  # 4 + 4 + 4 > 10


@pytest.mark.parametrize(
    ("path", "content_type", "start"),
    [
        ("/v1/match", "application/json", b'{"text": "'),
        ("/matcha", "application/x-www-form-urlencoded", b"text="),
    ],
)
def test_the_service_reads_a_million_bytes(client: TestClient, path: str, content_type: str, start: bytes) -> None:
    answer = _post(client.app, [start, *[b"a" * 100_000] * 50], None, path, content_type)
    assert (answer.status, answer.n_read) == (413, 1 + 10)
    assert json.loads(answer.body)["type"].endswith("/TooLarge")


def test_a_field_of_a_form_that_is_no_file_has_a_million_bytes_too(client: TestClient) -> None:
    start = b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n'
    answer = _post(client.app, [start, *[b"a" * 100_000] * 50], None, "/matcha", "multipart/form-data; boundary=x")
    assert (answer.status, answer.n_read) == (400, 1 + 11)  # 11 x 100 000 > 1 MiB


@pytest.mark.parametrize(
    ("path", "content_type", "status"),
    [
        ("/in", "Multipart/Form-Data; boundary=x", 200),
        ("/in", "application/json", 413),
        ("/out", "multipart/form-data; boundary=x", 413),
    ],
)
def test_a_form_is_larger_where_files_are_taken_and_nowhere_else(path: str, content_type: str, status: int) -> None:
    app = BodyLimit(_tell_length, max_bytes=10, max_upload_bytes=20, upload_paths=("/in",))
    assert _post(app, [b"x" * 20], "20", path, content_type).status == status


def test_an_upload_over_its_limit_is_told_as_a_file_that_is_too_large() -> None:
    app = BodyLimit(_tell_length, max_bytes=10, max_upload_bytes=20, upload_paths=("/in",))
    answer = _post(app, [b"x" * 7] * 4, None, "/in", "multipart/form-data; boundary=x")
    assert (answer.status, answer.n_read) == (413, 3)  # 7 + 7 + 7 > 20
    assert json.loads(answer.body)["type"].endswith("/DescriptionTooLarge")


def _post(
    app: ASGIApp, pieces: Iterable[bytes], length: str | None = None, path: str = "/", content_type: str = "text/plain"
) -> Answer:
    """The answer to a body that is sent in pieces, as a server hands it over."""
    waiting = list(pieces)
    n_pieces = len(waiting)
    sent: list[Message] = []

    async def receive() -> Message:
        piece = waiting.pop(0)
        return {"type": "http.request", "body": piece, "more_body": bool(waiting)}

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(b"content-type", content_type.encode()), (b"host", b"localhost")]
    headers += [(b"content-length", length.encode())] if length else []
    scope: dict[str, Any] = {"type": "http", "method": "POST", "path": path, "query_string": b"", "headers": headers}
    scope |= {"scheme": "http", "server": ("localhost", 80), "root_path": ""}

    async def ask() -> None:
        await app(scope, receive, send)

    asyncio.run(ask())
    body = b"".join(message.get("body", b"") for message in sent)
    return Answer(sent[0]["status"], body, n_pieces - len(waiting))
