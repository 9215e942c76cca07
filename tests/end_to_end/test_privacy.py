"""No personal datum of a description leaves it: not in an answer, a page, a file's output, an error or a log."""

import json
import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings

Run = Callable[..., tuple[int, str, str]]

TEXT = """# Lägesbild Exby

Kontakt under arbetet: Robin Ekdahl, robin.ekdahl@example.se, 070-174 06 71.

## Narkotika

Unga säljer narkotika öppet på torget. Eleven Kevin Larsson, 20090814-9818, misstänks och bor på Västra Hamngatan 4B.
Paketen lämnas ur ABC 12D av någon med samordningsnummer 830472-9935. Kevins mamma nås på 08-465 004 00.

## Bränder

Någon tänder eld på papperskorgar vid skolan. Tips lämnas till namn (at) exempel.se, säger 15-årige Hamza.
"""
VALUES = (
    "Robin",
    "Ekdahl",
    "robin.ekdahl",
    "example.se",
    "174 06 71",
    "Kevin",
    "Larsson",
    "20090814",
    "-9818",
    "Hamngatan",
    "ABC 12D",
    "830472",
    "-9935",
    "465 004",
    "exempel.se",
    "Hamza",
)
"""Parts of the data in TEXT, none of which any document or the rest of TEXT holds."""


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """All that any part logs, however little it matters."""
    caplog.set_level(logging.DEBUG)
    return caplog


@pytest.fixture(scope="module")
def client(snapshots: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(snapshots=snapshots)), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def description(tmp_path: Path) -> Path:
    path = tmp_path / "lagesbild.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def leaks(*outputs: str) -> list[str]:
    """The values that stand in what came out."""
    return [value for value in VALUES if any(value.lower() in output.lower() for output in outputs)]


def test_the_values_stand_in_the_text_so_that_a_leak_would_be_seen() -> None:
    assert leaks(TEXT) == list(VALUES)


@pytest.mark.parametrize("verb", ["match", "team"])
@pytest.mark.parametrize("options", [(), ("--json",)], ids=["text", "json"])
def test_the_command_tells_kinds_and_numbers_alone(
    verb: str,
    options: tuple[str, ...],
    run: Run,
    snapshots: Path,
    description: Path,
    logged: pytest.LogCaptureFixture,
) -> None:
    code, out, err = run(verb, description, "--snapshots", snapshots, *options)
    assert code == 0
    assert "personnummer" in out
    assert leaks(out, err, logged.text) == []


def test_an_allocation_tells_kinds_and_numbers_alone(
    run: Run, snapshots: Path, tmp_path: Path, logged: pytest.LogCaptureFixture
) -> None:
    cases = tmp_path / "cases.json"
    cases.write_text(json.dumps({"cases": [{"id": "exby", "text": TEXT}]}), encoding="utf-8")
    code, out, err = run("allocate", cases, "--snapshots", snapshots)
    assert code == 0
    assert "personnummer" in out
    assert leaks(out, err, logged.text) == []


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("lagesbild.md", TEXT.encode() + b"\x00\x01\x02\x03"),
        ("lagesbild.pdf", TEXT.encode()),
    ],
    ids=["binary", "no pdf"],
)
def test_a_file_that_cannot_be_read_is_not_quoted(
    name: str, raw: bytes, run: Run, snapshots: Path, tmp_path: Path, logged: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    code, out, err = run("match", path, "--snapshots", snapshots)
    assert (code, out) == (1, "")
    assert leaks(err, logged.text) == []


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/v1/match", {"text": TEXT}),
        ("/v1/team", {"text": TEXT}),
        ("/v1/allocations", {"cases": [{"id": "exby", "text": TEXT}]}),
    ],
)
def test_the_api_tells_kinds_and_numbers_alone(
    path: str, body: dict[str, object], client: TestClient, logged: pytest.LogCaptureFixture
) -> None:
    answer = client.post(path, json=body)
    assert answer.status_code == 200
    assert '"personnummer":2' in answer.text
    assert leaks(answer.text, str(answer.headers), logged.text) == []


@pytest.mark.parametrize("tool", ["match_description", "draft_plan"])
def test_an_assistant_gets_kinds_and_numbers_alone(
    tool: str, client: TestClient, logged: pytest.LogCaptureFixture
) -> None:
    call = {"name": tool, "arguments": {"text": TEXT}}
    message = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call}
    headers = {"accept": "application/json, text/event-stream", "host": "localhost"}
    answer = client.post("/mcp", json=message, headers=headers)
    assert answer.status_code == 200
    assert not answer.json()["result"]["isError"]
    assert leaks(answer.text, logged.text) == []


@pytest.mark.parametrize("path", ["/v1/match", "/v1/team", "/v1/plans"])
def test_a_file_that_is_uploaded_leaves_neither_its_text_nor_its_name(
    path: str, client: TestClient, logged: pytest.LogCaptureFixture
) -> None:
    answer = client.post(path, files={"file": ("Kevin Larsson.md", TEXT.encode())})
    assert answer.status_code == 200
    assert leaks(answer.text, str(answer.headers), logged.text) == []


def test_a_file_that_is_refused_leaves_neither_its_text_nor_its_name(
    client: TestClient, logged: pytest.LogCaptureFixture
) -> None:
    for name, raw in (("Kevin Larsson.pdf", TEXT.encode()), ("Kevin Larsson.docx", b"PK\x03\x04" + TEXT.encode())):
        answer = client.post("/v1/match", files={"file": (name, raw)})
        assert answer.status_code == 422
        assert leaks(answer.text, str(answer.headers), logged.text) == []


@pytest.mark.parametrize(
    "body",
    [
        {"text": TEXT, "municipality": "Exby"},
        {"text": TEXT, "from": "imorgon"},
        {"text": TEXT, TEXT: True},
        {"text": [TEXT]},
        {"text": TEXT * 500},
    ],
    ids=["unknown municipality", "no date", "unknown field", "wrong kind", "too long"],
)
def test_an_error_of_the_api_does_not_quote_the_description(
    body: dict[str, object], client: TestClient, logged: pytest.LogCaptureFixture
) -> None:
    answer = client.post("/v1/match", json=body)
    assert answer.status_code in (413, 422)
    assert leaks(answer.text, logged.text) == []


def test_a_body_that_is_no_json_is_not_quoted(client: TestClient, logged: pytest.LogCaptureFixture) -> None:
    answer = client.post("/v1/match", content=TEXT.encode(), headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert leaks(answer.text, logged.text) == []


def test_a_fault_in_the_service_is_logged_without_the_description(
    client: TestClient, logged: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object, text: str, *__: object) -> None:
        raise RuntimeError(text)

    monkeypatch.setattr("kb.matching.matcher.Matcher.match", fail)
    answer = client.post("/v1/match", json={"text": TEXT})
    assert answer.status_code == 500
    assert "RuntimeError" in logged.text
    assert leaks(answer.text, logged.text) == []


def test_the_page_tells_kinds_and_numbers_alone(client: TestClient, logged: pytest.LogCaptureFixture) -> None:
    answer = client.post("/matcha", data={"text": TEXT})
    assert answer.status_code == 200
    assert "personnummer (2)" in answer.text
    assert leaks(answer.text, logged.text) == []


def test_a_page_that_failed_gives_the_text_back_to_its_writer_in_the_field_alone(
    client: TestClient, logged: pytest.LogCaptureFixture
) -> None:
    answer = client.post("/matcha", data={"text": TEXT, "municipality": "Exby"})
    before, _, rest = answer.text.partition("<textarea")
    field, _, after = rest.partition("</textarea>")
    assert answer.status_code == 422
    assert "Kevin Larsson" in field
    assert leaks(before, after, logged.text) == []


def test_masks_do_not_change_what_is_suggested(client: TestClient) -> None:
    """The word in a mask is nobody's: [telefon] must not make a text one on fraud by telephone."""
    plain = "Elever bär kniv i skolan och hotar varandra på rasterna."
    masked = f"{plain} 070-174 06 71, 08-465 004 00, a@example.se, 20090814-9818"
    assert _suggest(client, masked) == _suggest(client, plain)


def _suggest(client: TestClient, text: str) -> list[tuple[str, list[str]]]:
    problems = client.post("/v1/match", json={"text": text}).json()["problems"]
    return [(problem["title"], [method["slug"] for method in problem["methods"]]) for problem in problems]
