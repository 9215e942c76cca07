"""Experts for a problem: who may be asked, ranked by a noisy-or."""

from collections.abc import Sequence
from datetime import date
from math import log
from typing import Any

import numpy as np
import pytest

from kb.documents import Expert, Guidance, MethodExperience, Period, ProblemArea
from kb.matching.experts import LEVEL_WEIGHTS, ExpertMatch, Experts, find_experts
from kb.search.describe import Hit
from kb.search.options import DEFAULT_OPTIONS, SearchOptions
from tests.builders import TODAY, make_area, make_expert, make_guidance
from tests.fakes.embedder import AxisEmbedder
from tests.kb.models_by_hand import make_models, weigh
from tests.kb.small_snapshot import make_searcher

PERIOD = Period(date(2027, 1, 1), date(2027, 3, 31))
MODELS = make_models(experts=weigh(intercept=log(0.2 / 0.8)), problem_areas=weigh(intercept=0.0))
"""Every profile's relevance is 0.2, and every area's rating 0.5."""

TWO_AREAS = (make_area("narkotika"), make_area("samverkan"))


def find(
    *experts: Expert,
    methods: Sequence[Hit[Guidance]] = (),
    barred: Sequence[str] = (),
    options: SearchOptions = DEFAULT_OPTIONS,
    period: Period = PERIOD,
    areas: Sequence[ProblemArea] = (),
) -> Experts:
    searcher = make_searcher(AxisEmbedder("eld", "rån"), experts=experts, areas=areas, models=MODELS, options=options)
    allowed = np.array([slug not in barred for slug in searcher.experts.slugs], np.bool_)
    return find_experts(
        searcher.ask("Någon tänder eld."), "narkotika", methods, searcher, allowed=allowed, period=period, today=TODAY
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
        expert("x", methods=(MethodExperience("est", "har använt"), MethodExperience("gvi", "leder införande"))),
        methods=[method("est", 0.8), method("gvi", 0.5), method("other", 1.0)],
    ).suggested
    support = found.support
    assert support.by_text == pytest.approx(0.2)
    assert support.by_method == pytest.approx(max(0.45 * 0.8, 0.6 * 0.5))
    assert support.by_area == pytest.approx(0.5 * 0.5)
    assert support.match == pytest.approx(1 - (1 - 0.2) * (1 - 0.45 * 0.8) * (1 - 0.5 * 0.5))
    assert support.methods == ("est", "gvi")


def test_without_a_method_and_an_area_the_text_alone_is_too_little() -> None:
    assert find(expert("x", methods=(), problem_areas=())).suggested == ()
    assert slugs_of(find(expert("x", methods=())).suggested) == ["x"]  # 1 - 0.8 x 0.75 = 0.4, over 0.3


def test_a_method_that_the_expert_owns_is_no_reason_to_suggest_it() -> None:
    (found,) = find(expert("x", conflict_methods=("est",)), methods=[method("est", 1.0)]).suggested
    assert (found.support.by_method, found.support.methods) == (0.0, ())


def test_the_best_match_comes_first_ties_by_slug() -> None:
    found = find(
        expert("c", methods=()),
        expert("b", methods=()),
        expert("a", methods=(MethodExperience("est", "har använt"),)),
        methods=[method("est", 1.0)],
    )
    assert slugs_of(found.suggested) == ["a", "b", "c"]


def test_at_most_three_are_told() -> None:
    assert slugs_of(find(*(expert(slug) for slug in "abcd")).suggested) == ["a", "b", "c"]


def test_who_is_away_throughout_is_busy_and_says_until_when() -> None:
    away = Period(date(2026, 12, 1), date(2027, 4, 30))
    found = find(expert("away", unavailable=(away,)), expert("free"))
    assert (slugs_of(found.suggested), slugs_of(found.busy)) == (["free"], ["away"])
    assert found.busy[0].availability.back == date(2027, 5, 1)


def test_who_is_away_for_a_part_is_free_for_the_rest() -> None:
    away = Period(date(2027, 1, 1), date(2027, 2, 28))
    (found,) = find(expert("x", unavailable=(away,))).suggested
    assert found.availability.free == (Period(date(2027, 3, 1), date(2027, 3, 31)),)


def test_who_may_not_be_asked_takes_no_place_from_who_may() -> None:
    # three passages are looked at; the nine of those who may not be asked are all nearer than those of the one who may
    few = SearchOptions(max_exact=0, n_candidates=3)
    near = [expert(slug, name="Eld") for slug in ("a", "b", "c")]
    assert slugs_of(find(*near, expert("x"), barred=("a", "b", "c"), options=few).everyone) == ["x"]


def test_all_who_match_and_may_be_asked_are_there_free_or_busy() -> None:
    experts = (*(expert(slug) for slug in "abcde"), expert("f", unavailable=(PERIOD,)), expert("g"))
    found = find(*experts, expert("h", methods=(), problem_areas=()), barred=("g",))
    assert slugs_of(found.everyone) == ["a", "b", "c", "d", "e", "f"]  # h matches by 0.2 alone, under 0.3


def test_an_expert_that_does_not_match_is_not_found() -> None:
    found = find(expert("f"))
    assert found.find("f") is found.everyone[0]
    with pytest.raises(KeyError):
        found.find("d")


def test_levels_of_experience_are_in_order() -> None:
    assert 1 > LEVEL_WEIGHTS["leder införande"] > LEVEL_WEIGHTS["har använt"] > 0


def test_to_know_of_a_method_is_no_experience_of_it() -> None:
    (found,) = find(
        expert("x", methods=(MethodExperience("est", "känner till"),)), methods=[method("est", 1.0)]
    ).suggested
    assert (found.support.by_method, found.support.methods) == (0.0, ())


def test_who_has_not_told_of_the_period_is_suggested_and_neither_free_nor_busy() -> None:
    found = find(expert("x"), period=Period(date(2036, 1, 1), date(2036, 3, 31)))
    assert (slugs_of(found.suggested), found.busy) == (["x"], ())
    assert not found.suggested[0].availability.is_free


def test_who_has_said_nothing_stands_after_the_free_ones_that_are_as_good() -> None:
    found = find(expert("a", availability=None), expert("b"))
    assert slugs_of(found.suggested) == ["b", "a"]


def test_who_has_said_nothing_stands_before_the_free_ones_that_are_worse() -> None:
    found = find(expert("a", availability=None), expert("b", methods=()), methods=[method("est", 1.0)])
    assert slugs_of(found.suggested) == ["a", "b"]


def test_a_made_up_expert_stands_after_the_real_ones_and_takes_no_place_from_them() -> None:
    real = [expert(slug, availability=None, methods=()) for slug in "wxyz"]
    made_up = [expert(slug, demo=True) for slug in "abcd"]
    found = find(*real, *made_up, methods=[method("est", 1.0)])
    assert slugs_of(found.suggested) == ["w", "x", "y", "a", "b", "c"]
    assert slugs_of(found.good) == ["w", "x", "y", "z", "a", "b", "c", "d"]  # though the real ones are far behind


def test_who_may_be_given_a_problem_works_with_its_area() -> None:
    elsewhere = expert("elsewhere", problem_areas=("samverkan",))
    aside = expert("aside", problem_areas=("samverkan", "narkotika"))
    found = find(elsewhere, aside, expert("main"), methods=[method("est", 1.0)], areas=TWO_AREAS)
    assert sorted(slugs_of(found.everyone)) == ["aside", "elsewhere", "main"]
    assert sorted((m.hit.document.slug, m.field_place) for m in found.good) == [("aside", 1), ("main", 0)]


def test_who_is_far_behind_the_best_of_them_is_not_given_it() -> None:
    # 1 - 0.8 x 0.75 x (1 - 0.6) = 0.76 with the method, 1 - 0.8 x 0.75 = 0.4 without: under 0.75 x 0.76
    found = find(expert("leads"), expert("plain", methods=()), methods=[method("est", 1.0)])
    assert slugs_of(found.good) == ["leads"]
