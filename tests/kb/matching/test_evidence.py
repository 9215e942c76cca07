"""The rating that counts for a problem: of the nearest outcome, never rounded up."""

import pytest

from kb.documents import Evidence, Guidance
from kb.matching.evidence import RatedOutcome, rate_for_problem
from kb.search.query import analyse_query
from kb.search.searcher import Searcher
from tests.builders import make_evidence, make_guidance
from tests.fakes.embedder import AxisEmbedder

EMBEDDER = AxisEmbedder("stöld", "trygg", "våld")


def rate(text: str, *evidence: Evidence, area: str = "Annat") -> RatedOutcome:
    """The rating of a method with that evidence. The likeness of an outcome that shares its one known word with the
    text is 1 for the text, 1 more if the area has it too, and at most WORDS_WEIGHT for the words."""
    query = analyse_query(text, EMBEDDER)
    return rate_for_problem(query, area, [make_guidance("a", evidence=evidence)], EMBEDDER)["a"]


THEFT = make_evidence("svag", outcome="Stöld i butik", rated_by="SBU", year=2021)
SAFETY = make_evidence("stark", outcome="Upplevd trygghet")


def test_the_outcome_nearest_to_the_problem_counts_whatever_its_rating() -> None:
    assert rate("Mycket stöld på torget", SAFETY, THEFT) == RatedOutcome(
        outcome="Stöld i butik", rating="svag", rated_by="SBU", year=2021, is_about_problem=True
    )
    assert rate("Folk är inte trygga", SAFETY, THEFT).outcome == "Upplevd trygghet"


def test_the_problem_area_tells_what_a_text_is_about_too() -> None:
    assert rate("Varor försvinner", SAFETY, THEFT, area="Stöld").outcome == "Stöld i butik"


def test_of_outcomes_as_near_the_lowest_rating_counts() -> None:
    strong, weak = make_evidence("stark", outcome="Stöld"), make_evidence("svag", outcome="Stöld")
    for evidence in ((strong, weak), (weak, strong)):
        assert rate("Mycket stöld", *evidence).rating == "svag"


def test_without_an_outcome_near_the_documents_best_rating_is_told_as_such() -> None:
    found = rate("Våld på krogen", THEFT, SAFETY)
    assert (found.outcome, found.rating, found.is_about_problem) == ("Upplevd trygghet", "stark", False)


def test_what_is_not_assessed_has_no_rating() -> None:
    query = analyse_query("stöld", EMBEDDER)
    assert rate_for_problem(query, "Stöld", [make_guidance("a", evidence=())], EMBEDDER) == {}
    assert rate_for_problem(query, "Stöld", [], EMBEDDER) == {}


def test_each_document_has_its_own() -> None:
    query = analyse_query("Mycket stöld", EMBEDDER)
    documents: list[Guidance] = [
        make_guidance("a", evidence=(SAFETY, THEFT)),
        make_guidance("none", evidence=()),
        make_guidance("b", evidence=(make_evidence("god", outcome="Stöld"),)),
    ]
    rated = rate_for_problem(query, "Stöld", documents, EMBEDDER)
    assert {slug: rating.rating for slug, rating in rated.items()} == {"a": "svag", "b": "god"}


@pytest.mark.parametrize(
    ("text", "area", "slug", "outcome"),
    [
        (
            "Skjutningar mellan två grupper, en person har dödats.",
            "Grovt våld",
            "gvi-sluta-skjut",
            "Skjutningar i Malmö",
        ),
        ("Cyklar stjäls vid stationen.", "Stöld och tillgrepp", "belysning", "Brott totalt och egendomsbrott"),
        ("Många är otrygga på väg hem i mörkret.", "Otrygghet", "belysning", "Otrygghet i mörker"),
        (
            "Misshandel på helgnätter.",
            "Krogrelaterat våld",
            "ansvarsfull-alkoholservering",
            "Misshandel på helgnätter i landet",
        ),
    ],
)
def test_shipped_guidance_is_rated_for_what_was_asked(
    searcher: Searcher, text: str, area: str, slug: str, outcome: str
) -> None:
    query = searcher.analyse(text)
    rated = rate_for_problem(query, area, [searcher.snapshot.guidance[slug]], searcher.embedder)
    assert rated[slug].outcome == outcome
