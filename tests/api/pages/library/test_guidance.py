"""A document's page: facts, evidence per outcome with sources, who can help and what lies near."""

from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from kb.documents import Guidance, Library, MethodExperience, Source
from kb.search.searcher import Searcher
from tests.api.conftest import Publish, make_app
from tests.api.pages.read_page import Page, read_page
from tests.builders import make_area, make_evidence, make_expert, make_guidance, make_section

SOURCES = (
    Source(id="a", title="Rapporten", publisher="Brå", year=2020, url="https://bra.se/a"),
    Source(id="b", title="Studien", publisher="SBU", year=None, url=None),
)


def _show(snapshots: Path, publish_library: Publish, document: Guidance, *others: Guidance, **expert: Any) -> Page:
    library = Library((document, *others), (make_area("narkotika"),), (make_expert("rad", **expert),))
    publish_library(snapshots, "a", library)
    return read_page(TestClient(make_app(snapshots)).get(f"/vagledning/{document.slug}").text)


def test_the_facts_tell_whom_a_method_is_for_and_what_it_takes(tmp_path: Path, publish_library: Publish) -> None:
    document = make_guidance(
        "metod",
        age_from=10,
        age_to=18,
        target_groups=("barn", "unga"),
        settings=("skola",),
        run_by=("polis",),
        partners=("BUP",),
        requires=("En samordnare",),
        cost="Mötestid.",
    )
    page = _show(tmp_path, publish_library, document)
    terms = [term.text for term in page.all("dt")]
    facts = dict(zip(terms, [fact.text for fact in page.all("dd")], strict=True))
    wanted = {
        "Åldrar": "10–18 år",
        "Målgrupp": "Barn, unga",
        "Plats och miljö": "Skola",
        "Drivs av": "Polis",
        "Samverkar med": "BUP",
        "Krav": "En samordnare",
        "Kostnad": "Mötestid.",
    }
    assert {name: facts[name] for name in wanted} == wanted


def test_an_open_end_of_the_ages_is_told(tmp_path: Path, publish_library: Publish) -> None:
    page = _show(tmp_path, publish_library, make_guidance("metod", age_from=65, age_to=None))
    assert "Från 65 år" in [fact.text for fact in page.all("dd")]


def test_the_evidence_of_an_outcome_leads_to_its_numbered_sources(tmp_path: Path, publish_library: Publish) -> None:
    evidence = (make_evidence("svag", outcome="Stöld", mechanism="Fler ser.", sources=("b",)),)
    document = make_guidance("metod", evidence=evidence, sources=SOURCES)
    page = _show(tmp_path, publish_library, document)
    (row,) = [row for row in page.all("tr") if "Stöld" in row.text]
    assert "Evidens: svag" in row.text
    assert ("[2]", "#kalla-b") in {(link.text, link.attributes["href"]) for link in page.all("a")}
    assert page.by_id("kalla-b").text == "SBU. Studien."
    assert "Fler ser." in page.all("main")[0].text


def test_citations_in_the_text_have_the_numbers_of_the_sources(tmp_path: Path, publish_library: Publish) -> None:
    sections = (make_section("I korthet", "Det minskar [@a] [@b]."),)
    page = _show(tmp_path, publish_library, make_guidance("metod", sections=sections, sources=SOURCES))
    cited = [(link.text, link.attributes["href"]) for link in page.all("a") if link.text in ("[1]", "[2]")]
    assert ("[1]", "#kalla-a") in cited
    assert ("[2]", "#kalla-b") in cited


def test_who_knows_the_method_is_told_by_role_and_way_in(tmp_path: Path, publish_library: Publish) -> None:
    methods = (MethodExperience("metod", "leder införande"),)
    expert = {"methods": methods, "mailbox": "rad@exempel.se", "way_in": "https://exempel.se/stod"}
    page = _show(tmp_path, publish_library, make_guidance("metod"), **expert)
    assert "Leder införande av metoden" in page.all("main")[0].text
    assert "https://exempel.se/stod" in list(page.links())
    assert "rad@exempel.se" not in page.all("html")[0].text


def test_nobody_is_shown_where_nobody_knows_the_method(tmp_path: Path, publish_library: Publish) -> None:
    page = _show(tmp_path, publish_library, make_guidance("metod"))
    assert "Ingen expert i kunskapsbanken har angett det här." in page.all("main")[0].text


def test_what_is_advised_against_says_so_before_anything_else(client: TestClient) -> None:
    page = read_page(client.get("/vagledning/skramselprogram-avrads").text)
    (main,) = page.all("main")
    assert main.text.split()[0] == "Avråds"


def test_the_contents_lead_to_every_section(client: TestClient, searcher: Searcher) -> None:
    page = read_page(client.get("/vagledning/sspf").text)
    wanted = {f"#{section.anchor}" for section in searcher.snapshot.guidance["sspf"].sections if section.level == 2}
    assert wanted | {"#kallor", "#vem-kan-hjalpa", "#evidens-per-utfall"} <= set(page.links())


def test_similar_guidance_is_not_what_is_linked_as_related(client: TestClient, searcher: Searcher) -> None:
    links = [link for link in read_page(client.get("/vagledning/sspf").text).links() if link.startswith("/vagledning/")]
    related = searcher.snapshot.guidance["sspf"].related
    assert {f"/vagledning/{slug}" for slug in related} < set(links)
    assert "/vagledning/sspf" not in links
