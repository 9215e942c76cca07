"""A description is taken as a file in a form wherever it is taken as JSON, with the same answer."""

import logging
from threading import BoundedSemaphore
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.given.read_description import MAX_UPLOAD_BYTES, UPLOAD_PATHS
from api.languages import Language, load_strings
from tests.api.problem_details import read_problem
from tests.kb.reading.make_docx import MACRO_TYPE, content_types, make_docx, paragraph, zip_parts
from tests.kb.reading.make_pdf import Text, make_pdf, make_scan

SECRET = "Hemligheten om Kalle"
SECRET_NAME = "Kalle-Karlssons-hemlighet"
FIRES = "Någon tänder eld på papperskorgar och containrar vid skolan om kvällarna."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + SECRET.encode()

FILES = {
    ".docx": make_docx(paragraph(FIRES)),
    ".pdf": make_pdf([Text(text=FIRES)]),
    ".md": FIRES.encode(),
    ".txt": FIRES.encode("utf-8-sig"),
}
REFUSED: dict[str, tuple[bytes, str, int, str]] = {
    "a password": (OLE + "EncryptedPackage".encode("utf-16-le"), ".docx", 422, "DescriptionProtected"),
    "macros": (zip_parts({"[Content_Types].xml": content_types(MACRO_TYPE)}), ".docm", 422, "MacrosRefused"),
    "a scan": (make_scan(2), ".pdf", 422, "DescriptionScanned"),
    "a zip bomb": (zip_parts({"word/document.xml": b"\0" * 20_000_000}), ".docx", 422, "DescriptionTooHeavy"),
    "a cut off file": (b"PK\x03\x04" + SECRET.encode(), ".docx", 422, "DescriptionDamaged"),
    "a name that lies": (SECRET.encode(), ".pdf", 422, "DescriptionDamaged"),
    "an old Word file": (OLE, ".doc", 415, "FormatUnknown"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + SECRET.encode(), ".png", 415, "FormatUnknown"),
    "no bytes": (b"", ".txt", 422, "DescriptionEmpty"),
    "no words": (b"12 34 !?", ".txt", 422, "DescriptionEmpty"),
    "Cyrillic of Windows": ("Привет, мир".encode("cp1251") + SECRET.encode(), ".txt", 422, "EncodingUnknown"),
    "too many characters": (SECRET.encode() * 15_000, ".txt", 413, "DescriptionTooLarge"),
    "more than 50 MB": (b"x" * 50_000_001, ".txt", 413, "DescriptionTooLarge"),
}


def send(client: TestClient, raw: bytes, suffix: str, path: str = "/v1/match", **fields: Any) -> Any:
    """The answer to a form with the file."""
    data = fields.pop("data", {})
    return client.post(path, files={"file": (SECRET_NAME + suffix, raw)}, data=data, **fields)


@pytest.mark.parametrize("suffix", FILES)
def test_a_file_is_answered_as_its_text_is(client: TestClient, suffix: str) -> None:
    days = {"from": "2027-03-01", "to": "2027-03-31"}
    as_text = client.post("/v1/match", json={"text": FIRES, "municipality": "Borås", **days})
    as_file = send(client, FILES[suffix], suffix, data={"municipality": "Borås", **days})
    assert (as_file.status_code, as_file.json()) == (200, as_text.json())


def test_a_team_takes_a_file_and_numbers(client: TestClient) -> None:
    as_text = client.post("/v1/team", json={"text": FIRES, "hours": 6.5})
    as_file = send(client, FILES[".docx"], ".docx", "/v1/team", data={"hours": "6.5"})
    assert as_file.json()["hours"] == 6.5
    assert as_file.json() == as_text.json()


def test_a_plan_takes_a_file(client: TestClient) -> None:
    as_text = client.post("/v1/plans?form=markdown", json={"text": FIRES})
    as_file = send(client, FILES[".pdf"], ".pdf", "/v1/plans?form=markdown")
    assert (as_file.status_code, as_file.text) == (200, as_text.text)


def test_a_form_may_hold_the_text_instead_and_leave_fields_empty(client: TestClient) -> None:
    form: dict[str, Any] = {"text": (None, FIRES), "municipality": (None, ""), "from": (None, ""), "file": ("", b"")}
    answer = client.post("/v1/match", files=form)
    assert (answer.status_code, answer.json()) == (200, client.post("/v1/match", json={"text": FIRES}).json())


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_told_with_a_way_out_and_not_quoted(
    client: TestClient, case: str, language: Language, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    raw, suffix, status, kind = REFUSED[case]
    answer = send(client, raw, suffix, headers={"accept-language": language})
    detail = read_problem(answer, status, kind, load_strings(language)[f"error_{kind}"])
    assert any(way in detail for way in ("send", "save", "describe"))
    for told in (answer.text, caplog.text):
        assert "Hemlig" not in told
        assert "Kalle" not in told


@pytest.mark.parametrize(
    "form",
    [
        {"text": (None, FIRES), "file": ("a.txt", FIRES.encode())},
        {"municipality": (None, "Borås")},
        {"bilaga": ("a.txt", FIRES.encode())},
        {"text": ("a.txt", FIRES.encode())},
        {"text": (None, FIRES), "kommun": (None, "Borås")},
        {"file": ("a.txt", FIRES.encode()), "from": (None, "snart")},
    ],
    ids=["both", "neither", "another field", "a file as text", "unknown field", "no date"],
)
def test_a_form_that_is_filled_in_wrongly_is_refused(client: TestClient, form: dict[str, Any]) -> None:
    answer = client.post("/v1/match", files=form)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


def test_the_same_field_twice_is_no_text(client: TestClient) -> None:
    answer = client.post("/v1/match", files=[("text", (None, FIRES)), ("text", (None, FIRES))])
    assert read_problem(answer, 422, "Invalid").startswith("body.text")


def test_two_files_and_a_form_without_end_are_refused(client: TestClient) -> None:
    two = client.post("/v1/match", files=[("file", ("a.txt", b"Brand")), ("file", ("b.txt", b"Brand"))])
    cut = client.post(
        "/v1/match", content=b"--x\r\nContent-Disp", headers={"content-type": "multipart/form-data; boundary=x"}
    )
    without = client.post("/v1/match", content=b"x", headers={"content-type": "multipart/form-data"})
    for answer in (two, without):
        read_problem(answer, 400, "Invalid")
    read_problem(cut, 422, "Invalid")


@pytest.mark.parametrize("path", UPLOAD_PATHS)
def test_more_than_a_file_may_have_is_refused_unread(client: TestClient, path: str) -> None:
    headers = {"content-type": "multipart/form-data; boundary=x", "content-length": str(MAX_UPLOAD_BYTES + 1)}
    answer = client.post(path, content=b"", headers=headers)
    assert "at most 51000000 bytes are read; send a part of it" in read_problem(answer, 413, "DescriptionTooLarge")


@pytest.mark.parametrize(
    ("path", "content_type"), [("/v1/match", "application/json"), ("/v1/allocations", "multipart/form-data")]
)
def test_other_bodies_stay_small(client: TestClient, path: str, content_type: str) -> None:
    answer = client.post(path, content=b"", headers={"content-type": content_type, "content-length": "1000001"})
    read_problem(answer, 413, "TooLarge")


@pytest.mark.parametrize(("language", "told"), [("sv", "Många filer läses just nu"), ("en", "Many files are being")])
def test_when_as_many_are_read_as_may_be_the_answer_says_when_to_come_again(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, language: str, told: str
) -> None:
    app: Any = client.app
    monkeypatch.setattr(app.state.file_reader, "_places", BoundedSemaphore(0))
    answer = send(client, FILES[".md"], ".md", headers={"accept-language": language})
    assert "send it again in a while" in read_problem(answer, 503, "ReadersBusy")
    assert answer.headers["retry-after"] == "10"
    assert answer.json()["title"].startswith(told)
    assert client.post("/v1/match", json={"text": FIRES}).status_code == 200  # text takes no place


def test_the_two_ways_are_described(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    for path in ("/v1/match", "/v1/team", "/v1/plans"):
        body = paths[path]["post"]["requestBody"]["content"]
        assert set(body) == {"application/json", "multipart/form-data"}
        assert body["multipart/form-data"]["schema"]["properties"]["file"]["format"] == "binary"
