"""The pages hold together, can be read by everybody, show what was typed as text, and tell what went wrong."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from kb.search.searcher import Searcher
from tests.api.conftest import Publish, make_app, make_library
from tests.api.pages.read_page import Page, read_page
from tests.builders import make_area, make_expert, make_guidance, make_section

ATTACK = """"'><script>alert(1)</script><img src=x onerror=alert(1)></textarea>{{ q }}"""
FRAUD = "Äldre personer luras på pengar i telefon av någon som säger sig ringa från banken."
DATA = "application/ld+json"
ONLY_NAMED = ("canonical", "search", "alternate")
"""Links that a browser follows when it is asked to."""
Ask = Callable[[TestClient], Any]

PAGES: dict[str, tuple[int, Ask]] = {
    "start": (200, lambda c: c.get("/")),
    "search": (200, lambda c: c.get("/sok", params={"q": "snatteri"})),
    "search with a warning": (200, lambda c: c.get("/sok", params={"q": "skrämma unga med besök i fängelse"})),
    "search without an answer": (200, lambda c: c.get("/sok", params={"q": "vilken temperatur har solens yta"})),
    "search with an attack": (200, lambda c: c.get("/sok", params={"q": ATTACK})),
    "match": (200, lambda c: c.post("/matcha", data={"text": f"{FRAUD} Ring 070-174 06 71.", "municipality": "Borås"})),
    "match without an answer": (
        200,
        lambda c: c.post("/matcha", data={"text": "Solens yta har en temperatur av femtusen grader."}),
    ),
    "match with an attack": (200, lambda c: c.post("/matcha", data={"text": FRAUD + ATTACK})),
    "description": (200, lambda c: c.get("/matcha")),
    "plan": (200, lambda c: c.post("/plan", data={"text": FRAUD, "municipality": "Borås"})),
    "plan with an attack": (200, lambda c: c.post("/plan", data={"text": FRAUD + ATTACK})),
    "plan without an answer": (200, lambda c: c.post("/plan", data={"text": "Solen lyser ännu över staden."})),
    "comparison": (200, lambda c: c.get("/plan/jamfor")),
    "comparison of no plan": (422, lambda c: c.post("/plan/jamfor", files={"file": ("plan.json", b"{}")})),
    "guidance": (200, lambda c: c.get("/vagledning/sspf")),
    "guidance that is advised against": (200, lambda c: c.get("/vagledning/skramselprogram-avrads")),
    "methods compared": (200, lambda c: c.get("/jamfor?metod=sspf&metod=skramselprogram-avrads&omrade=ungdomsbrott")),
    "methods to compare": (200, lambda c: c.get("/jamfor")),
    "one method to compare": (422, lambda c: c.get("/jamfor?metod=sspf")),
    "problem area": (200, lambda c: c.get("/problemomrade/nyrekrytering")),
    "evidence map": (200, lambda c: c.get("/evidenskarta")),
    "gap map": (200, lambda c: c.get("/kunskapsluckor")),
    "gap map by target group": (200, lambda c: c.get("/kunskapsluckor?by=target_group")),
    "methods": (200, lambda c: c.get("/metoder?problem_area=ungdomsbrott")),
    "experts": (200, lambda c: c.get("/experter?municipality=Borås&from=2027-03&to=2027-03")),
    "experts for a text": (200, lambda c: c.get("/experter", params={"q": "unga rekryteras"})),
    "experts with an attack": (200, lambda c: c.post("/experter", data={"q": FRAUD + ATTACK})),
    "expert": (200, lambda c: c.get("/expert/tranemo-est")),
    "what municipalities tell": (200, lambda c: c.get("/erfarenheter", params={"q": ATTACK})),
    "unknown expert": (404, lambda c: c.get("/expert/nope")),
    "experts of an unknown municipality": (422, lambda c: c.get("/experter", params={"municipality": ATTACK})),
    "unknown guidance": (404, lambda c: c.get("/vagledning/nope")),
    "unknown problem area": (404, lambda c: c.get("/problemomrade/nope")),
    "empty search": (200, lambda c: c.get("/sok")),
    "empty description": (422, lambda c: c.post("/matcha", data={"text": " "})),
    "unknown municipality": (422, lambda c: c.post("/matcha", data={"text": FRAUD, "municipality": ATTACK})),
}


WITHOUT_AN_ANSWER = {
    "search without an answer": "Inget passar tillräckligt bra",
    "match without an answer": "Inget problem hittades i texten",
}


@pytest.fixture(scope="module")
def pages(client: TestClient) -> dict[str, Page]:
    """All pages, read; each answers with its status and is closed where it should be."""
    read: dict[str, Page] = {}
    for name, (status, ask) in PAGES.items():
        answer = ask(client)
        assert answer.status_code == status, name
        assert answer.headers["content-type"] == "text/html; charset=utf-8", name
        read[name] = read_page(answer.text)
    return read


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_a_language_a_title_and_one_heading(pages: dict[str, Page], name: str) -> None:
    (html,), (title, *_of_drawings), (heading,) = (pages[name].all(tag) for tag in ("html", "title", "h1"))
    assert html.attributes["lang"] == "sv"
    assert title.text.strip()
    assert heading.text.strip()


@pytest.mark.parametrize("name", PAGES)
def test_headings_go_down_one_level_at_a_time(pages: dict[str, Page], name: str) -> None:
    levels = [int(heading.tag[1]) for heading in pages[name].all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert all(level <= before + 1 for before, level in pairwise(levels))


@pytest.mark.parametrize("name", PAGES)
def test_every_field_has_a_label(pages: dict[str, Page], name: str) -> None:
    labels = {label.attributes["for"]: label.text for label in pages[name].all("label")}
    for control in pages[name].all("input", "textarea", "select"):
        assert control.attributes.get("type") == "hidden" or labels[control.attributes["id"]].strip()


@pytest.mark.parametrize("name", PAGES)
def test_ids_are_unique_and_what_refers_to_them_finds_them(pages: dict[str, Page], name: str) -> None:
    ids = [element.attributes["id"] for element in pages[name].elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    for element in pages[name].elements:
        for reference in ("for", "aria-labelledby", "aria-describedby"):
            assert set(element.attributes.get(reference, "").split()) <= set(ids)


@pytest.mark.parametrize("name", PAGES)
def test_the_first_link_skips_to_the_content(pages: dict[str, Page], name: str) -> None:
    (main,) = pages[name].all("main")
    assert next(pages[name].links()) == f"#{main.attributes['id']}"


@pytest.mark.parametrize("name", PAGES)
def test_nothing_in_a_page_runs_or_is_loaded_from_elsewhere(pages: dict[str, Page], name: str) -> None:
    assert pages[name].all("style", "iframe", "object", "embed", "base", "img") == []
    scripts = [script for script in pages[name].all("script") if script.attributes.get("type") != DATA]
    assert [script.text for script in scripts if script.text] == []
    loaded = [script.attributes["src"] for script in scripts]
    loaded += [link.attributes["href"] for link in pages[name].all("link") if link.attributes["rel"] not in ONLY_NAMED]
    assert [address for address in loaded if not re.fullmatch(r"/static/[\w/.-]+\?v=[0-9a-f]{12}", address)] == []
    for element in pages[name].elements:
        assert {name for name in element.attributes if name == "style" or name.startswith("on")} == set()
        assert not element.attributes.get("href", "").lower().startswith(("javascript:", "data:"))


def test_english_is_spoken_when_it_is_asked_for(client: TestClient) -> None:
    page = read_page(client.get("/sok", params={"q": "theft"}, headers={"accept-language": "en"}).text)
    assert page.all("html")[0].attributes["lang"] == "en"
    of_page = ["Search", "Apply filters", *["Right", "Wrong"] * 10, "Compare those ticked"]
    assert [button.text for button in page.all("button")] == of_page


def test_what_was_searched_for_is_shown_as_it_was_typed(pages: dict[str, Page]) -> None:
    page = pages["search with an attack"]
    assert page.by_id("q").attributes["value"] == ATTACK
    assert ATTACK in page.all("h1")[0].text
    assert ATTACK in page.all("title")[0].text


def test_what_was_described_is_shown_as_it_was_typed(pages: dict[str, Page]) -> None:
    assert FRAUD + ATTACK in pages["match with an attack"].all("blockquote")[0].text
    assert pages["unknown municipality"].by_id("municipality").attributes["value"] == ATTACK


def test_a_search_marks_what_matched(client: TestClient) -> None:
    page = read_page(client.get("/sok", params={"q": "klotter"}).text)
    assert "klotter" in {mark.text.lower() for mark in page.all("mark")}
    assert {mark.text for mark in page.all("mark") if "klott" not in mark.text.lower()} == set()


def test_a_search_shows_hits_with_evidence_and_relevance(pages: dict[str, Page]) -> None:
    page = pages["search"]
    (hits,) = [element for element in page.all("ol") if element.attributes.get("class") == "hits"]
    assert "/vagledning/trygg-handel-kopcentrum" in list(page.links())
    assert re.search(r"Evidens: (stark|god|begränsad|svag|oklar)", hits.text)
    assert re.search(r"Relevans \d+\xa0%", hits.text)


def test_what_is_advised_against_is_said_to_be(pages: dict[str, Page]) -> None:
    warned = [element.text for element in pages["search with a warning"].all("article") if element.attributes]
    assert ["Frågan liknar något som ni bör låta bli:" in text for text in warned] == [True]
    assert pages["guidance that is advised against"].all("strong")[0].text == "Avråds"


@pytest.mark.parametrize(("name", "heading"), WITHOUT_AN_ANSWER.items())
def test_without_an_answer_the_questions_that_help_are_asked(pages: dict[str, Page], name: str, heading: str) -> None:
    assert heading in [found.text for found in pages[name].all("h2")]
    assert "Vad tror ni att det beror på?" in [item.text for item in pages[name].all("li")]


def test_a_search_without_an_answer_is_not_titled_as_one_with_hits(pages: dict[str, Page]) -> None:
    titles = {name: pages[name].all("h1")[0].text for name in ("search", "search without an answer")}
    assert titles["search"].startswith("Träffar på")
    assert titles["search without an answer"].startswith("Inget svar på")


def test_the_evidence_map_stands_before_how_it_is_read(pages: dict[str, Page]) -> None:
    ids = [e.attributes.get("id") or e.attributes.get("class") for e in pages["evidence map"].elements]
    assert ids.index("map-region") < ids.index("sa-laser-ni") < ids.index("tabell")


def test_a_search_that_cannot_be_read_is_told_in_the_page(client: TestClient) -> None:
    page = read_page(client.get("/sok", params={"q": "?!"}).text)
    assert "Frågan går inte att läsa" in [heading.text for heading in page.all("h2")]
    assert page.by_id("q").attributes["value"] == "?!"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", f"/sok?q={'x' * 2_001}", 422), ("GET", "/nope", 404), ("POST", "/sok", 405)],
)
def test_a_request_that_no_form_sends_has_the_right_status(
    client: TestClient, method: str, path: str, status: int
) -> None:
    assert client.request(method, path).status_code == status


@pytest.mark.slow
def test_every_document_has_a_page_and_every_link_leads_somewhere(client: TestClient, searcher: Searcher) -> None:
    documents = [f"/vagledning/{slug}" for slug in searcher.snapshot.guidance]
    documents += [f"/problemomrade/{slug}" for slug in searcher.snapshot.problem_areas]
    documents += [f"/expert/{slug}" for slug in searcher.snapshot.experts]
    read = {path: read_page(client.get(path).text) for path in documents}
    anchors = {path: {element.attributes.get("id") for element in page.elements} for path, page in read.items()}
    ways = [link for link in read_page(client.get("/").text).links() if "?lang=" not in link]
    frame = {link for link in ways if client.get(link).status_code == 200}
    broken = []
    for path, page in read.items():
        for link in page.links():
            target, _, anchor = link.partition("#")
            leads_here = target.startswith((path + "?lang=", "/logga-in?till="))
            if (target.startswith("/") or not target) and not leads_here:
                is_whole = (target or path) in anchors or target in frame
                if not is_whole or (anchor and anchor not in anchors[target or path]):
                    broken.append((path, link))
    assert len(read) > 100
    assert broken == []


def test_a_document_whose_review_is_overdue_says_so(tmp_path: Path, publish_library: Publish) -> None:
    page = _page_of(tmp_path, publish_library, make_guidance("metod", review_by=make_guidance("x").reviewed))
    assert "Granskningen har gått ut" not in page
    other = tmp_path / "other"
    other.mkdir()
    overdue = make_guidance("metod", review_by=make_guidance("x").reviewed.replace(day=21))
    assert "Granskningen har gått ut" in _page_of(other, publish_library, overdue)


def test_what_stands_in_a_document_is_shown_as_text(tmp_path: Path, publish_library: Publish) -> None:
    sections = (make_section("I <b>korthet</b>", f"{ATTACK} [klicka](javascript:alert(1))"),)
    hostile = make_guidance("metod", title=ATTACK, summary=ATTACK, sections=sections, unverified=(ATTACK,))
    page = read_page(_page_of(tmp_path, publish_library, hostile))
    assert page.all("h1")[0].text == ATTACK
    assert len(page.all("script")) == 1 + len([s for s in page.all("script") if s.attributes.get("src")])  # the data
    assert page.all("img", "b") == []
    assert [link for link in page.links() if "javascript" in link] == []


def _page_of(snapshots: Path, publish_library: Publish, document: Any) -> str:
    publish_library(snapshots, "a", make_library(document, make_area("narkotika"), make_expert("rad")))
    return TestClient(make_app(snapshots)).get("/vagledning/metod").text
