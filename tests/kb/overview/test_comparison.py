"""Methods side by side: which may be, and that each is told in its own words and by the badge that it has elsewhere."""

import pytest

from kb.badge import find_badge
from kb.documents import Guidance, Source
from kb.errors import ComparisonRejected, UnknownSlug
from kb.overview.comparison import Comparison, compare_methods
from kb.search.searcher import Searcher
from tests.builders import make_area, make_evidence, make_guidance, make_section

THEFT = make_evidence("god", outcome="Stöld", for_areas=("stold",), sources=("b",))
DRUGS = make_evidence("svag", outcome="Droger", for_areas=("narkotika",), moderators="Bara i centrum.")
SOURCES = tuple(
    Source(id=name, title=name, publisher="Brå", year=None, url=None, kind="myndighet") for name in ("kalla", "b", "c")
)
SECTIONS = (
    make_section("Så gör ni", "Gör i stället så här:\nUtse en ledare.\nUtbilda alla i två dagar.\nBörja.\nFortsätt."),
    make_section("Risker och invändningar", "Det kan bli dyrt."),
    make_section("Exempel", "Trosa började 2020. Vara följde efter. Eda med. Åre också."),
)
GUIDANCE = {
    document.slug: document
    for document in (
        make_guidance("a", evidence=(DRUGS, THEFT), sources=SOURCES, sections=SECTIONS),
        make_guidance("b", primary_areas=("stold", "narkotika")),
        make_guidance("c", recommendation="avråds", evidence=()),
        make_guidance("d"),
        make_guidance("lag", kind="juridik"),
    )
}
AREAS = {slug: make_area(slug) for slug in ("narkotika", "stold")}


def _compare(*slugs: str, area: str | None = None, guidance: dict[str, Guidance] = GUIDANCE) -> Comparison:
    return compare_methods(slugs, area, guidance, AREAS)


def test_methods_stand_in_the_order_asked_for_each_once() -> None:
    assert [method.document.slug for method in _compare("b", "a", "b").methods] == ["b", "a"]


def test_the_outcome_that_speaks_for_the_area_counts_and_the_others_stand_beside_it() -> None:
    first, second = _compare("a", "b", area="stold").methods
    assert (first.outcome, first.others, first.is_about_problem) == (THEFT, (DRUGS,), True)
    assert second.outcome
    assert (second.outcome.for_areas, second.is_about_problem) == (("narkotika",), False)


def test_without_an_area_the_main_outcomes_are_compared() -> None:
    (first, _) = (found := _compare("a", "b")).methods
    assert (first.outcome, first.is_about_problem, found.area) == (DRUGS, True, None)


def test_each_is_told_by_the_first_lines_of_its_own_sections() -> None:
    (method, _) = _compare("a", "b").methods
    assert method.first_steps == ("Utse en ledare.", "Utbilda alla i två dagar.", "Börja.")
    assert method.start_times == ("Utbilda alla i två dagar.",)
    assert method.examples == ("Trosa började 2020.", "Vara följde efter.", "Eda med.")
    assert method.risks == ("Det kan bli dyrt.",)
    assert method.moderated == (DRUGS,)
    assert [source.id for source in method.sources] == ["kalla", "b"]


def test_what_a_document_does_not_tell_is_left_empty() -> None:
    (_, method) = _compare("a", "c").methods
    assert (method.outcome, method.others, method.first_steps, method.sources) == (None, (), (), ())
    assert method.document.is_advised_against


def test_the_areas_of_two_at_least_are_shared() -> None:
    assert _compare("b", "a").shared_areas == ("narkotika",)


@pytest.mark.parametrize(
    ("slugs", "told"),
    [
        ((), r"0 methods to compare \(none\); name two or three different ones"),
        (("a", "a"), r"1 methods to compare \('a'\); name two or three"),
        (("a", "b", "c", "d"), r"4 methods to compare \('a', 'b', 'c', 'd'\); name two or three"),
        (("a", "lag"), "'lag' is no method but juridik; compare methods alone"),
    ],
)
def test_fewer_than_two_more_than_three_and_what_is_no_method_are_refused(slugs: tuple[str, ...], told: str) -> None:
    with pytest.raises(ComparisonRejected, match=told):
        _compare(*slugs)


def test_what_does_not_exist_is_told() -> None:
    with pytest.raises(UnknownSlug, match="no guidance 'x' to compare; take a slug from a search"):
        _compare("a", "x")
    with pytest.raises(UnknownSlug, match="no problem area 'x'; leave it out"):
        _compare("a", "b", area="x")


def test_a_comparison_has_the_badge_of_every_other_page(searcher: Searcher) -> None:
    snapshot = searcher.snapshot
    slugs = ("belysning", "kamerabevakning", "grannsamverkan")
    for area in ("stold-inbrott", "otrygghet", "narkotika"):
        for method in compare_methods(slugs, area, snapshot.guidance, snapshot.problem_areas).methods:
            badge = find_badge(method.document, area)
            assert badge
            assert method.outcome
            told = (method.outcome.outcome, method.outcome.rating, method.is_about_problem, method.others)
            assert told == (badge.outcome, badge.rating, badge.is_about_problem, badge.others)
