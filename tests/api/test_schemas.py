"""What helps the understanding alone, or belongs to somebody, never leaves the service."""

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from kb.documents import MethodExperience, Phrasings
from kb.search.searcher import Searcher
from tests.api.conftest import Publish, make_app, make_library
from tests.builders import make_area, make_expert, make_guidance

HIDDEN = ("mutbrallor", "whodunnit", "flarnpalla", "gatukvutt", "lönnlåda", "överklagat")
"""asked_as in Swedish and English, jargon, asked_as of an area, mailbox, legal basis: each word stands nowhere else."""

TEXT = "Ungdomar snattar i butiken på torget och stoppar saker i fickan."
REQUESTS = [
    ("GET", "/v1/guidance/snatteri"),
    ("GET", "/v1/problem-areas"),
    ("GET", "/v1/experts"),
    ("GET", "/v1/snapshot"),
    ("GET", "/openapi.json"),
    ("GET", "/"),
    ("GET", "/vagledning/snatteri"),
    ("GET", "/problemomrade/stold"),
]


@pytest.fixture
def service(tmp_path: Path, publish_library: Publish) -> TestClient:
    """A service over one document of each kind, all about theft in shops, all with something to hide."""
    guidance = make_guidance(
        "snatteri",
        "Snatteri i butik",
        "Ungdomar snattar i butiken på torget.",
        primary_areas=("stold",),
        asked_as=Phrasings(
            ("Ungdomar snattar i butiken på torget och stoppar mutbrallor i fickan.",),
            ("kids steal things in the shop and do a whodunnit",),
        ),
    )
    area = make_area(
        "stold",
        "Stöld och snatteri i butik",
        jargon=("flarnpalla",),
        asked_as=Phrasings(
            ("Ungdomar snattar i butiken på torget, rena gatukvutt i fickan.",), ("kids steal things in the shop",)
        ),
    )
    expert = make_expert(
        "rad",
        summary="Hjälper när ungdomar snattar i butiken på torget",
        problem_areas=("stold",),
        methods=(MethodExperience("snatteri", "leder införande"),),
        mailbox="lönnlåda@example.se",
        legal_basis="överklagat",
    )
    publish_library(tmp_path, "a", make_library(guidance, area, expert))
    return TestClient(make_app(tmp_path))


@pytest.mark.parametrize(("method", "path"), REQUESTS)
def test_no_document_shows_what_it_hides(service: TestClient, method: str, path: str) -> None:
    _assert_hidden(service.request(method, path).text)


@pytest.mark.parametrize(
    "query", ["ungdomar snattar i butiken och stoppar i fickan", "kids steal things in the shop", "snatteri"]
)
def test_a_search_that_the_hidden_words_answer_does_not_show_them(service: TestClient, query: str) -> None:
    answer = service.get("/v1/search", params={"q": query})
    assert [hit["slug"] for hit in answer.json()["hits"]] == ["snatteri"]
    _assert_hidden(answer.text)
    _assert_hidden(service.get("/sok", params={"q": query}).text)


def test_a_match_shows_methods_and_experts_without_what_they_hide(service: TestClient) -> None:
    answer = service.post("/v1/match", json={"text": TEXT})
    (problem,) = answer.json()["problems"]
    assert [method["slug"] for method in problem["methods"]] == ["snatteri"]
    assert [expert["slug"] for expert in problem["experts"]] == ["rad"]
    _assert_hidden(answer.text)
    _assert_hidden(service.post("/matcha", data={"text": TEXT}).text)


@pytest.mark.slow
def test_hidden_phrasings_of_the_shipped_content_are_in_no_answer_that_they_lead_to(
    client: TestClient, searcher: Searcher
) -> None:
    for document in searcher.snapshot.guidance.values():
        names = (document.title, document.title_en, document.summary, document.summary_en)
        shown = f"{names} {[section.text for section in document.sections]}"
        hidden = [text for text in document.asked_as.sv + document.asked_as.en if text not in shown]
        answer = client.get("/v1/search", params={"q": hidden[0]}).json()
        del answer["query"]
        for expert in answer["experts"]:
            del expert["reason"]["description_passage"]  # the query once more
        assert [text for text in hidden if text in json.dumps(answer, ensure_ascii=False)] == []


def _assert_hidden(text: str) -> None:
    assert len(text) > 100
    assert [word for word in HIDDEN if word in text.lower()] == []
