"""Whatever is wrong with a request is told in one shape, and never with the request's own text."""

import json
import logging
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.languages import Language, load_strings
from kb.embedding.embedder import Vectors
from kb.errors import GateRefused, KbError
from kb.search.searcher import Searcher
from tests.api.conftest import make_app
from tests.api.problem_details import read_problem

SECRET = "Hemligheten om Kalle"
JSON = {"content-type": "application/json"}


def _body(**fields: object) -> bytes:
    return json.dumps({"text": f"{SECRET} som snattar", **fields}).encode()


BAD_DESCRIPTIONS = {
    "no body": (b"", 422, "Invalid"),
    "an empty text": (_body(text=""), 422, "Invalid"),
    "a blank text": (_body(text=" \n\t"), 422, "DescriptionEmpty"),
    "a text without words": (_body(text="12 34 !?"), 422, "DescriptionEmpty"),
    "a text that is a binary file": (_body(text=f"\0\0 {SECRET}"), 415, "FormatUnknown"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00" + SECRET.encode(), 400, "Invalid"),
    "Latin-1": (f'{{"text": "{SECRET} på torget"}}'.encode("latin-1"), 400, "Invalid"),
    "half a character at the end": (_body() + "å".encode()[:1], 400, "Invalid"),
    "malformed JSON": (_body()[:-1], 422, "Invalid"),
    "a list": (json.dumps([SECRET]).encode(), 422, "Invalid"),
    "a lone surrogate": (b'{"text": "\\ud800 ' + SECRET.encode() + b'"}', 422, "Invalid"),
    "twenty thousand things that are lacking": (_body(lacks=[SECRET] * 20_000), 422, "Invalid"),
    "a list of problems that never ends": (_body(problems=[{"units": [0]}] * 5_000), 422, "Invalid"),
    "a problem of too many units": (_body(problems=[{"units": [0] * 5_000}]), 422, "Invalid"),
    "an unknown field": (_body(kommun="Borås"), 422, "Invalid"),
    "the text as the name of a field": (_body(**{SECRET: 1}), 422, "Invalid"),
    "a text that is a list": (_body(text=[SECRET]), 422, "Invalid"),
    "an unknown municipality": (_body(municipality="Ankeborg"), 422, "UnknownMunicipality"),
    "the text as municipality": (_body(municipality=SECRET * 20_000), 422, "UnknownMunicipality"),
    "a day that is none": (_body(**{"from": SECRET}), 422, "Invalid"),
    "a period that ends first": (_body(**{"from": "2027-03-02", "to": "2027-03-01"}), 422, "DescriptionRejected"),
    "200 001 characters": (_body(text=SECRET + "x" * (200_001 - len(SECRET))), 422, "Invalid"),
    "two megabytes": (_body(text=SECRET + "x" * 2_000_000), 413, "TooLarge"),
}

BAD_REQUESTS = {
    "no query": ("GET", "/v1/search", 422, "Invalid"),
    "an empty query": ("GET", "/v1/search?q=", 422, "QueryRejected"),
    "a query without words": ("GET", "/v1/search?q=%3F%21+..", 422, "QueryRejected"),
    "a query in Latin-1": ("GET", "/v1/search?q=%E5%E4", 422, "QueryRejected"),
    "a query of 2 001 characters": ("GET", "/v1/search?q=" + "x" * 2_001, 422, "Invalid"),
    "an unknown filter": ("GET", "/v1/search?q=snatteri&ratings=god", 422, "Invalid"),
    "an unknown filter value": ("GET", "/v1/search?q=snatteri&rating=utmärkt", 422, "FilterRejected"),
    "one unknown value beside a known": ("GET", "/v1/search?q=snatteri&kind=metod&kind=x", 422, "FilterRejected"),
    "an unknown order": ("GET", "/v1/search?q=snatteri&sort=best", 422, "Invalid"),
    "no hits wanted": ("GET", "/v1/search?q=snatteri&n=0", 422, "Invalid"),
    "too many hits wanted": ("GET", "/v1/search?q=snatteri&n=51", 422, "Invalid"),
    "a page before the first": ("GET", "/v1/search?q=snatteri&first=-1", 422, "Invalid"),
    "an unknown filter of experts": ("GET", "/v1/experts?lan=14", 422, "Invalid"),
    "an unknown county": ("GET", "/v1/experts?county=99", 422, "FilterRejected"),
    "an unknown slug": ("GET", "/v1/guidance/nope", 404, "UnknownSlug"),
    "an unknown path": ("GET", "/v1/nope", 404, "NotFound"),
    "a path out of the folder": ("GET", "/static/..%2f..%2fapp.py", 404, "NotFound"),
    "an unknown file": ("GET", "/static/nope.css", 404, "NotFound"),
    "a wrong method": ("DELETE", "/v1/search?q=snatteri", 405, "MethodNotAllowed"),
    "a file written to": ("PUT", "/static/site.css", 405, "MethodNotAllowed"),
}


@dataclass(frozen=True)
class QuotingEmbedder:
    """Fails with what it was to embed in the message."""

    model_id: str
    dim: int

    def embed_queries(self, texts: object) -> Vectors:
        raise RuntimeError(f"cannot embed {texts}")

    embed_passages = embed_queries


@pytest.fixture
def broken(snapshots: Path, searcher: Searcher) -> TestClient:
    """A client of a service whose model fails; what escaped the service would be raised by the client."""
    app = make_app(snapshots)
    _serve(app, replace(searcher, embedder=QuotingEmbedder(searcher.embedder.model_id, searcher.embedder.dim)))
    return TestClient(app)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("case", BAD_DESCRIPTIONS)
def test_a_bad_description_is_told_without_its_text(client: TestClient, case: str, language: Language) -> None:
    content, status, kind = BAD_DESCRIPTIONS[case]
    answer = client.post("/v1/match", content=content, headers={**JSON, "accept-language": language})
    read_problem(answer, status, kind, load_strings(language)[f"error_{kind}"])
    assert "Hemlig" not in answer.text
    assert "snattar" not in answer.text
    assert len(answer.text) < 1_000


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("case", BAD_REQUESTS)
def test_a_bad_request_is_told_in_the_one_shape(client: TestClient, case: str, language: Language) -> None:
    method, path, status, kind = BAD_REQUESTS[case]
    answer = client.request(method, path, headers={"accept-language": language})
    read_problem(answer, status, kind, load_strings(language)[f"error_{kind}"])


def test_errors_are_swedish_when_no_language_is_asked_for(client: TestClient) -> None:
    read_problem(client.get("/v1/guidance/nope"), 404, "UnknownSlug", "Dokumentet finns inte")


def test_all_faults_of_a_request_are_told(client: TestClient) -> None:
    detail = read_problem(client.post("/v1/match", json={"kommun": "Borås", "from": "snart"}), 422, "Invalid")
    assert [fault.split(":")[0] for fault in detail.split("; ")] == ["body.text", "body.from", "body.kommun"]


def test_an_unknown_value_is_told_with_the_nearest(client: TestClient) -> None:
    detail = read_problem(client.get("/v1/search?q=snatteri&rating=starkt"), 422, "FilterRejected")
    assert detail == "no document has rating 'starkt'; did you mean 'stark'?"


def test_a_misspelt_municipality_is_told_with_the_nearest(client: TestClient) -> None:
    answer = client.post("/v1/match", json={"text": "Snatteri på torget", "municipality": "Boras"})
    assert "Borås" in read_problem(answer, 422, "UnknownMunicipality")


def test_a_wrong_method_is_answered_with_the_right_ones(client: TestClient) -> None:
    assert client.delete("/v1/match").headers["allow"] == "POST"


def test_what_nobody_expected_is_answered_without_its_text(broken: TestClient) -> None:
    answer = broken.post("/v1/match", json={"text": f"{SECRET} som snattar på torget."})
    detail = read_problem(answer, 500, "other", "Något gick fel")
    assert detail == load_strings("sv")["try_later"]
    assert "Hemlig" not in answer.text
    assert "RuntimeError" not in answer.text
    assert "Traceback" not in answer.text


def test_what_nobody_expected_is_logged_with_its_place_and_without_its_text(
    broken: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    broken.get("/v1/search", params={"q": SECRET})
    (record,) = [record for record in caplog.records if record.name == "api.problem_details"]
    assert record.getMessage().startswith("RuntimeError in GET /v1/search, ")
    assert "test_errors.py:" in record.getMessage()
    assert record.exc_info is None


def test_a_fault_of_the_service_is_for_the_log_alone(
    snapshots: Path, searcher: Searcher, caplog: pytest.LogCaptureFixture
) -> None:
    app = make_app(snapshots)
    _serve(app, GateRefused("/srv/index: the gate is shut"))
    answer = TestClient(app).get("/v1/snapshot")
    assert read_problem(answer, 500, "GateRefused") == load_strings("sv")["try_later"]
    assert "GateRefused: /srv/index: the gate is shut" in caplog.messages


def test_no_request_leaves_its_text_in_the_log(
    client: TestClient, broken: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for service in (client, broken):
        for content, *_ in BAD_DESCRIPTIONS.values():
            service.post("/v1/match", content=content, headers=JSON)
        service.post("/v1/match", json={"text": f"{SECRET} som snattar på torget."})
        service.post("/matcha", data={"text": f"{SECRET} som snattar på torget."})
        service.post("/matcha", files={"text": ("a.txt", SECRET.encode())})
        service.post("/matcha", data={"text": SECRET, "municipality": SECRET, "from": SECRET})
        for path in ("/v1/search", "/sok"):
            service.get(path, params={"q": SECRET})
        service.get(f"/v1/guidance/{SECRET}")
        service.get(f"/vagledning/{SECRET}")
    of_service = [record for record in caplog.records if not record.name.startswith(("httpx", "httpcore"))]
    assert len(of_service) > 0  # the broken one has told of its faults
    assert [record.getMessage() for record in of_service if "Hemlig" in record.getMessage()] == []


def _serve(app: FastAPI, served: Searcher | KbError) -> None:
    class Serving:
        @property
        def searcher(self) -> Searcher:
            if isinstance(served, KbError):
                raise served
            return served

    app.state.serving = Serving()
