"""Experts for a problem: constraints before ranking, then a noisy-or."""

from collections.abc import Sequence
from datetime import date
from math import log
from typing import Any

import pytest

from kb.documents import Expert, Guidance, MethodExperience, Period
from kb.matching import experts as experts_module
from kb.matching.experts import ExpertMatch, Experts, find_experts, match_experts
from kb.matching.help_request import HelpRequest
from kb.problems.description import Paragraph
from kb.problems.problem import Problem
from kb.registers import Municipality
from kb.search.answer import AreaMatch
from kb.search.describe import Hit
from kb.search.options import SearchOptions
from tests.builders import TODAY, make_expert, make_guidance
from tests.fakes.embedder import AxisEmbedder
from tests.kb.models_by_hand import make_models, weigh
from tests.kb.small_snapshot import make_searcher

PROBLEM = Problem("Eld", (AreaMatch("narkotika", "Eld", 0.5),), (Paragraph(0, "", "Någon tänder eld."),))
PERIOD = Period(date(2027, 1, 1), date(2027, 3, 31))
BORAS = Municipality(
    code="1490",
    name="Borås",
    official_name="Borås kommun",
    county_code="14",
    county_name="Västra Götalands län",
    police_region="Väst",
    population=114872,
    population_year=2024,
)
ANYBODY = HelpRequest(municipality=None, period=PERIOD)


MODELS = make_models(experts=weigh(intercept=log(0.2 / 0.8)), problem_areas=weigh(intercept=0.0))
"""Every profile's relevance is 0.2, and every area's rating 0.5."""


def find(*experts: Expert, methods: Sequence[Hit[Guidance]] = (), request: HelpRequest = ANYBODY) -> Experts:
    return find_experts(
        PROBLEM, methods, request, TODAY, make_searcher(AxisEmbedder("eld", "rån"), experts=experts, models=MODELS)
    )


def method(slug: str, relevance: float) -> Hit[Guidance]:
    return Hit(make_guidance(slug), relevance, {}, ())


def expert(slug: str, **changed: Any) -> Expert:
    """One who leads the introduction of a method, unless it is said otherwise."""
    return make_expert(slug, **{"methods": (MethodExperience("est", "leder införande"),), **changed})


def slugs_of(matches: Sequence[ExpertMatch]) -> list[str]:
    return [match.hit.document.slug for match in matches]


def test_a_match_is_the_noisy_or_of_text_method_and_area() -> None:
    (found,) = find(
        expert("x", methods=(MethodExperience("est", "har använt"), MethodExperience("gvi", "känner till"))),
        methods=[method("est", 0.8), method("gvi", 0.9), method("other", 1.0)],
    ).free
    support = found.support
    assert support.by_text == pytest.approx(0.2)
    assert support.by_method == pytest.approx(max(0.45 * 0.8, 0.2 * 0.9))
    assert support.by_area == pytest.approx(0.5 * 0.5)
    assert support.match == pytest.approx(1 - (1 - 0.2) * (1 - 0.45 * 0.8) * (1 - 0.5 * 0.5))
    assert support.methods == ("est", "gvi")


def test_without_a_method_and_an_area_the_text_alone_is_too_little() -> None:
    assert find(expert("x", methods=(), problem_areas=())).free == ()
    assert slugs_of(find(expert("x", methods=())).free) == ["x"]  # 1 - 0.8 x 0.75 = 0.4, over 0.3


def test_a_method_that_the_expert_owns_is_no_reason_to_suggest_it() -> None:
    (found,) = find(expert("x", conflict_methods=("est",)), methods=[method("est", 1.0)]).free
    assert (found.support.by_method, found.support.methods) == (0.0, ())


def test_the_best_match_comes_first_ties_by_slug() -> None:
    found = find(
        expert("c", methods=()),
        expert("b", methods=()),
        expert("a", methods=(MethodExperience("est", "känner till"),)),
        methods=[method("est", 1.0)],
    )
    assert slugs_of(found.free) == ["a", "b", "c"]


def test_at_most_three_are_told() -> None:
    assert slugs_of(find(*(expert(slug) for slug in "abcd")).free) == ["a", "b", "c"]


def test_who_is_away_throughout_is_busy_and_says_until_when() -> None:
    away = Period(date(2026, 12, 1), date(2027, 4, 30))
    found = find(expert("away", unavailable=(away,)), expert("free"))
    assert (slugs_of(found.free), slugs_of(found.busy)) == (["free"], ["away"])
    assert found.busy[0].availability.back == date(2027, 5, 1)


def test_who_is_away_for_a_part_is_free_for_the_rest() -> None:
    away = Period(date(2027, 1, 1), date(2027, 2, 28))
    (found,) = find(expert("x", unavailable=(away,))).free
    assert found.availability.free == (Period(date(2027, 3, 1), date(2027, 3, 31)),)


@pytest.mark.parametrize(
    ("changed", "constraint"),
    [
        ({"publication_review_by": date(2026, 11, 21)}, "publication"),
        ({"publication_withdrawn": TODAY}, "publication"),
        ({"counties": ("01", "03")}, "reach"),
        ({"conflict_municipalities": ("1490",)}, "conflict"),
        ({"formats": ("på plats",)}, "form"),
        ({"languages": ("en",)}, "language"),
        ({"formats": ("på plats",), "languages": ("en",), "counties": ("01",)}, "reach"),
    ],
)
def test_who_may_not_be_asked_is_excluded_with_the_constraint(changed: dict[str, Any], constraint: str) -> None:
    found = find(
        expert("x", **changed),
        expert("y"),
        request=HelpRequest(municipality=BORAS, period=PERIOD, form="digitalt", language="sv"),
    )
    assert slugs_of(found.free) == ["y"]
    assert [(exclusion.slug, exclusion.constraint) for exclusion in found.excluded] == [("x", constraint)]


def test_who_works_in_the_county_or_the_whole_country_may_be_asked() -> None:
    found = find(expert("a", counties=("14",)), expert("b"), request=HelpRequest(municipality=BORAS, period=PERIOD))
    assert (slugs_of(found.free), found.excluded) == (["a", "b"], ())


def test_without_a_municipality_reach_and_conflict_are_not_tested() -> None:
    found = find(expert("a", counties=("01",)), expert("b", conflict_municipalities=("1490",)))
    assert (slugs_of(found.free), found.excluded) == (["a", "b"], ())


def test_without_a_form_or_a_language_how_to_meet_is_not_tested() -> None:
    found = find(expert("a", formats=("på plats",)), expert("b", languages=("en",)))
    assert (slugs_of(found.free), found.excluded) == (["a", "b"], ())


def test_who_meets_in_both_forms_and_speaks_both_languages_may_be_asked() -> None:
    able = expert("a", formats=("på plats", "digitalt"), languages=("sv", "en"))
    for form, language in (("på plats", "en"), ("digitalt", "sv")):
        request = HelpRequest(municipality=None, period=PERIOD, form=form, language=language)  # type: ignore[arg-type]  # mypy widens them to str
        assert find(able, request=request).excluded == ()


def test_who_is_excluded_takes_no_place_from_who_is_not() -> None:
    # three passages are looked at; the nine of those in another county are all nearer than those of the one who may
    few = SearchOptions(max_exact=0, n_candidates=3)
    far = [expert(slug, name="Eld", counties=("01",)) for slug in ("a", "b", "c")]
    searcher = make_searcher(
        AxisEmbedder("eld", "rån"), experts=(*far, expert("x", counties=("14",))), models=MODELS, options=few
    )
    at_boras = HelpRequest(municipality=BORAS, period=PERIOD)
    found = find_experts(PROBLEM, (), at_boras, TODAY, searcher)
    assert slugs_of(found.free) == ["x"]


def test_all_who_match_and_may_be_asked_are_there_free_or_busy() -> None:
    away, gone = (PERIOD,), {"publication_withdrawn": TODAY}
    experts = (*(expert(slug) for slug in "abcde"), expert("f", unavailable=away), expert("g", **gone))
    everyone = (*experts, expert("h", methods=(), problem_areas=()))
    searcher = make_searcher(AxisEmbedder("eld", "rån"), experts=everyone, models=MODELS)
    found = match_experts(PROBLEM, (), ANYBODY, TODAY, searcher)
    assert slugs_of(found) == ["a", "b", "c", "d", "e", "f"]  # h matches by 0.2 alone, under 0.3


def test_levels_of_experience_are_in_order() -> None:
    weights = experts_module.LEVEL_WEIGHTS
    assert 1 > weights["leder införande"] > weights["har använt"] > weights["känner till"] > 0
