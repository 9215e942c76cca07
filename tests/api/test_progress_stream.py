"""/v1/match as lines: how far it has come, and last what the JSON answer would be."""

import asyncio
import json
import logging
from threading import Event
from typing import Any

import pytest
from fastapi import Request
from fastapi.testclient import TestClient
from pydantic import BaseModel

from api.progress_stream import LINES, stream_progress
from kb.errors import QueryRejected
from kb.progress import Progress
from tests.api.problem_details import read_problem

FIRES = "Någon tänder eld på papperskorgar och containrar vid skolan om kvällarna."
FRAUD = "Äldre personer luras på pengar i telefon av någon som säger sig ringa från banken."
ACCEPT = {"accept": LINES}
SECRET = "Hemligheten om Kalle"


class Done(BaseModel):
    value: int


def read_lines(answer: Any) -> list[dict[str, Any]]:
    assert answer.headers["content-type"].startswith(LINES)
    assert answer.text.endswith("\n")
    return [json.loads(line) for line in answer.text.splitlines()]


def test_each_step_is_a_line_and_the_result_is_the_last(client: TestClient) -> None:
    body = {"text": f"{FIRES}\n\n{FRAUD}", "municipality": "Borås"}
    *steps, last = read_lines(client.post("/v1/match", json=body, headers=ACCEPT))
    assert [(step["stage"], step["done"], step["total"]) for step in steps] == [
        ("reading", 1, 1),
        ("masking", 0, 1),
        ("masking", 1, 1),
        ("splitting", 0, 1),
        ("splitting", 1, 1),
        ("matching", 0, 2),
        ("matching", 1, 2),
        ("matching", 2, 2),
    ]
    assert last == {"result": client.post("/v1/match", json=body).json()}


def test_a_file_is_answered_in_lines_too(client: TestClient) -> None:
    answer = client.post("/v1/match", files={"file": ("a.md", FIRES.encode())}, headers=ACCEPT)
    assert read_lines(answer)[-1]["result"]["answered"] is True


def test_what_cannot_be_read_is_answered_with_its_status(client: TestClient) -> None:
    read_problem(client.post("/v1/match", json={"text": "12 34 !?"}, headers=ACCEPT), 422, "DescriptionEmpty")
    refused = client.post("/v1/match", files={"file": ("a.png", b"\x89PNG\r\n\x1a\n")}, headers=ACCEPT)
    read_problem(refused, 415, "FormatUnknown")


def test_without_the_wish_the_answer_is_one_object(client: TestClient) -> None:
    assert client.post("/v1/match", json={"text": FIRES}).headers["content-type"] == "application/json"


def test_a_line_comes_when_its_step_is_told_of_and_not_at_the_end() -> None:
    may_end = Event()

    def work(progress: Progress) -> Done:
        progress("matching", 0, 1)
        assert may_end.wait(10)
        return Done(value=7)

    async def read() -> list[Any]:
        lines = stream_progress(_request(), work).body_iterator
        first = await anext(aiter(lines))
        may_end.set()
        return [first, *[line async for line in lines]]

    assert asyncio.run(read()) == [b'{"stage": "matching", "done": 0, "total": 1}\n', b'{"result":{"value":7}}\n']


@pytest.mark.parametrize(
    ("error", "status", "kind"),
    [(QueryRejected("too long; shorten it"), 422, "QueryRejected"), (RuntimeError(SECRET), 500, "other")],
)
def test_what_fails_on_the_way_is_the_last_line_without_the_text(
    error: Exception, status: int, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    def work(progress: Progress) -> Done:
        raise error

    async def read() -> list[Any]:
        return [line async for line in stream_progress(_request(), work).body_iterator]

    (line,) = asyncio.run(read())
    told = json.loads(line)["error"]
    assert (told["status"], told["type"].rsplit("/")[-1]) == (status, kind)
    assert "Hemlig" not in line.decode() + caplog.text
    assert ("RuntimeError in POST no route" in caplog.text) == (status == 500)


def test_lines_are_not_packed_so_that_each_comes_when_it_is_sent(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    answer = client.post("/v1/match", json={"text": FIRES}, headers={**ACCEPT, "accept-encoding": "gzip"})
    assert "content-encoding" not in answer.headers
    assert FIRES not in caplog.text


def _request() -> Request:
    return Request({"type": "http", "method": "POST", "path": "/v1/match", "headers": [], "query_string": b""})
