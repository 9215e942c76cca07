"""How well what is asked about is covered."""

import pytest

from kb.national.free_hours import count_free_hours
from kb.national.priority.coverage import AreaCoverage, find_supply, rate_coverage
from kb.national.priority.told import MISSING, Told, exactly
from tests.builders import TODAY, make_evidence, make_expert, make_guidance

AREA = "narkotika"


def test_the_surest_method_that_gives_the_wanted_effect_counts() -> None:
    guidance = [
        make_guidance("god", evidence=(make_evidence("god"),)),
        make_guidance("svag", evidence=(make_evidence("svag"),)),
        make_guidance("okand", evidence=(make_evidence("oklar"),)),
        make_guidance("avrads", evidence=(make_evidence("stark"),), recommendation="avråds"),
        make_guidance("skadar", evidence=(make_evidence("stark", effect="ökar"),)),
        make_guidance("annat", evidence=(make_evidence("stark", for_areas=("klotter",)),)),
        make_guidance("juridik", evidence=(make_evidence("stark"),), kind="juridik"),
    ]
    assert find_supply(guidance, (), TODAY).cover(AREA, "14") == AreaCoverage("måttlig", 2, 0.0, 0)


def test_more_that_is_wanted_is_a_gain() -> None:
    more = make_guidance("mer", evidence=(make_evidence("stark", wanted="ökar", effect="ökar"),))
    assert find_supply((more,), (), TODAY).cover(AREA, "14").certainty == "hög"


def test_experts_of_the_area_who_come_to_the_county_count_with_their_free_hours() -> None:
    experts = [
        make_expert("landet", hours_per_month=10),
        make_expert("lanet", hours_per_month=20, counties=("14",)),
        make_expert("annat-lan", counties=("01",)),
        make_expert("annat-omrade", problem_areas=("klotter",)),
        make_expert("tyst", availability=None),
        make_expert("borta", publication_withdrawn=TODAY),
    ]
    covered = find_supply((), experts, TODAY).cover(AREA, "14")
    assert covered.hours == pytest.approx(count_free_hours(experts[0], TODAY) + count_free_hours(experts[1], TODAY))
    assert covered.n_unknown == 1


def test_what_is_asked_about_is_covered_on_average_and_unsure_by_half_a_step() -> None:
    """måttlig is 0.75, from 0.625 to 0.875, and no method 0: the mean is half. Eight of sixteen hours are a half."""
    told = rate_coverage([AreaCoverage("måttlig", 1, 8.0, 0), AreaCoverage(None, 0, 8.0, 0)])
    assert told == {"methods": Told(0.3125, 0.375, 0.4375), "experts": exactly(0.5)}


def test_experts_who_have_told_nothing_may_have_any_time() -> None:
    assert rate_coverage([AreaCoverage(None, 0, 4.0, 2)])["experts"] == Told(0.25, 0.625, 1.0)
    assert rate_coverage([AreaCoverage(None, 0, 0.0, 0)])["experts"] == exactly(0.0)


def test_where_nothing_is_asked_about_it_is_missing() -> None:
    assert rate_coverage([]) == {"methods": MISSING, "experts": MISSING}
