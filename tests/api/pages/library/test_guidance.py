"""A document's page: facts, evidence per outcome with sources, who can help and what lies near."""

from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from kb.documents import Cost, Guidance, Library, MethodExperience, OutsideRating, Source, Step
from kb.search.searcher import Searcher
from tests.api.conftest import Publish, make_app
from tests.api.pages.read_page import Page, read_page
from tests.builders import make_area, make_evidence, make_expert, make_guidance, make_section

SOURCES = (
    Source(id="a", title="Rapporten", publisher="Brå", year=2020, url="https://bra.se/a", kind="myndighet"),
    Source(id="b", title="Studien", publisher="SBU", year=None, url=None, kind="myndighet"),
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
        cost=Cost(text="Mötestid.", price_year=2025, searched=None),
        time_to_start="Två månader.",
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
        "Kostnad": "Mötestid. (priser 2025)",
        "Tid till start": "Två månader.",
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
    assert "svag" in row.text
    assert ("[2]", "#kalla-b") in {(link.text, link.attributes["href"]) for link in page.all("a")}
    assert page.by_id("kalla-b").text == "SBU. Studien. Myndighet."
    assert "Fler ser." in page.all("main")[0].text


def test_effect_certainty_and_what_they_rest_on_stand_in_columns_of_their_own(
    tmp_path: Path, publish_library: Publish
) -> None:
    document = make_guidance("metod", evidence=(make_evidence("god", finding="En femtedel färre.", year=2021),))
    page = _show(tmp_path, publish_library, document)
    (row,) = [row for row in page.all("tr") if "En femtedel färre." in row.text]
    for told in ("god", "Minskar.", "Måttlig säkerhet", "Översikt, 3 studier, oberoende (2021)", "svenskt"):
        assert told in row.text


def test_harm_is_told_in_words_and_so_are_outside_ratings_as_theirs(tmp_path: Path, publish_library: Publish) -> None:
    rating = OutsideRating(rater="YEF", scale="1–5", rating="hög påverkan", studies=4, year=2022, source="b")
    harmful = make_evidence(effect="ökar", certainty="hög", outside=(rating,), sources=("b",))
    page = _show(tmp_path, publish_library, make_guidance("metod", evidence=(harmful,), sources=SOURCES))
    text = page.all("main")[0].text
    assert "Skadlig: utfallet går åt fel håll" in text
    (row,) = [row for row in page.all("tr") if "YEF (2022)" in row.text]
    assert "hög påverkan (4 studier)" in row.text
    assert "1–5" in row.text


def test_without_an_outside_rating_there_is_no_table_of_them(tmp_path: Path, publish_library: Publish) -> None:
    page = _show(tmp_path, publish_library, make_guidance("metod"))
    assert "Andras bedömningar" not in page.all("main")[0].text


def test_steps_say_whose_suggestion_they_are_and_labels_stand_out(tmp_path: Path, publish_library: Publish) -> None:
    step = Step(who="Rektor", when="vecka 1", what="ringer.", takes="en dag", decision=None, sources=())
    sections = (make_section("Så gör ni", "1. **Rektor, vecka 1:** ringer. Tar: en dag."),)
    page = _show(tmp_path, publish_library, make_guidance("metod", sections=sections, steps=(step,)))
    assert "Steg och timmar utan källa är tjänstens förslag." in page.all("main")[0].text
    assert "Tar:" in [label.text for label in page.all("span") if label.attributes.get("class") == "list-label"]


def test_an_english_page_has_the_english_of_title_summary_and_outcome(tmp_path: Path, publish_library: Publish) -> None:
    evidence = (make_evidence(outcome="Stöld", outcome_en="Theft"),)
    document = make_guidance("metod", title_en="Light", summary_en="Lamps at night.", evidence=evidence)
    publish_library(tmp_path, "a", Library((document,), (make_area("narkotika"),), (make_expert("rad"),)))
    answer = TestClient(make_app(tmp_path)).get("/vagledning/metod", headers={"Accept-Language": "en"})
    page = read_page(answer.text)
    assert page.all("h1")[0].text == "Light"
    assert "Lamps at night." in page.all("main")[0].text
    assert "Theft" in page.all("table")[0].text


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
    (main,) = page.all("main")
    assert "Ingen expert i kunskapsbanken har angett det här." in main.text
    assert "Länsstyrelsen i ert län stödjer kommunerna" in main.text


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
