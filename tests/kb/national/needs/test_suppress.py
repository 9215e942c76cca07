"""Nobody works out a hidden figure: attacked by every year that could have been, and by every difference."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.national.needs.audit import Reach, audit, is_enough
from kb.national.needs.figures import ANY, Counted, Figure
from kb.national.needs.groups import Group
from kb.national.needs.suppress import LEAST, choose_shown, list_rests
from tests.kb.national.needs.worlds import EveryYear, small_years

SMALL = settings(
    max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None
)
FEW = 2
"""What stands for five where a country has but few municipalities."""
GOTLAND, SKANE = Group("09", "s50"), Group("12", "s10")
HALLAND, VARMLAND = Group("13", "s10"), Group("17", "s10")


@SMALL
@given(small_years())
def test_what_is_few_may_be_none_and_what_is_hidden_beside_it_may_be_several_numbers(counted: Counted) -> None:
    shown = choose_shown(counted, least=FEW)
    for figure, values in EveryYear(counted).reach(shown).items():
        n_towns = counted.count_towns(figure)
        assert len(values) > 1, figure
        if counted.count(figure) < FEW:
            assert set(range(min(FEW - 1, n_towns) + 1)) <= values, (figure, values)


@SMALL
@given(small_years(), st.integers(2, 3))
def test_no_shown_figure_is_of_few_and_no_difference_of_shown_ones_is(counted: Counted, least: int) -> None:
    shown = choose_shown(counted, least=least)
    assert all(is_enough(counted.count(one), counted.count_towns(one), least) for one in shown)
    assert all(is_enough(rest.n, rest.n_towns, least) for rest in list_rests(counted, shown))


@SMALL
@given(small_years())
def test_the_audit_finds_only_what_can_be(counted: Counted) -> None:
    shown = frozenset(one for one in counted.list_figures() if counted.count(one) >= FEW)
    found = audit(counted, shown, FEW)
    everything = EveryYear(counted).reach(shown)
    assert found.keys() == everything.keys()
    for figure, reach in found.items():
        assert {reach.low, reach.high} <= everything[figure]


@SMALL
@given(small_years())
def test_what_was_shown_before_stays_and_the_rest_is_hidden_for_it(counted: Counted) -> None:
    already = [Figure("half", area, "h1") for area in counted.told]
    enough = [one for one in already if is_enough(counted.count(one), counted.count_towns(one), FEW)]
    shown = choose_shown(counted, enough, FEW)
    assert shown >= set(enough)
    for figure, values in EveryYear(counted).reach(shown).items():
        if counted.count(figure) < FEW:
            assert len(values) > 1, (figure, values)


def test_a_country_of_plain_figures_shows_them() -> None:
    counted = _count({SKANE: (7, 33), HALLAND: (8, 20), VARMLAND: (9, 16)})
    shown = choose_shown(counted)
    assert {Figure("county", "klotter", county) for county in ("12", "13", "17")} <= shown
    assert Figure("all", "klotter") in shown


def test_the_county_that_would_be_told_by_the_total_takes_another_with_it() -> None:
    counted = _count({SKANE: (7, 33), HALLAND: (3, 20), VARMLAND: (9, 16)})
    shown = choose_shown(counted)
    assert Figure("all", "klotter") in shown
    assert Figure("county", "klotter", "17") in shown
    assert Figure("county", "klotter", "13") not in shown  # 3
    assert Figure("county", "klotter", "12") not in shown  # 7: or else 19 - 9 - 7 tells of 3


def test_none_is_hidden_as_few_are_for_a_county_of_one_would_be_told_by_it() -> None:
    counted = _count({GOTLAND: (0, 1), SKANE: (7, 33), HALLAND: (8, 20)})
    shown = choose_shown(counted)
    assert Figure("county", "klotter", "09") not in shown
    assert len([one for one in shown if one.axis == "county" and one.area]) < 2


def test_all_but_few_of_a_county_is_hidden_as_few_are() -> None:
    counted = _count({SKANE: (32, 33), HALLAND: (8, 20), VARMLAND: (8, 16)})
    assert Figure("county", "klotter", "12") not in choose_shown(counted)


def test_who_told_of_any_is_hidden_where_the_difference_to_one_area_is_few() -> None:
    groups = {SKANE: 33, VARMLAND: 16}
    counted = Counted(groups, {"klotter": (10, 8), "krogvald": (6, 6)}, (12, 8), {"klotter": 9, "krogvald": 6})
    shown = choose_shown(counted)
    assert Figure("county", "klotter", "12") in shown
    assert Figure("county", ANY, "12") not in shown  # 12 - 10 told of something, and not of graffiti


def test_a_reach_that_is_one_number_is_never_safe() -> None:
    assert not Reach(7, 7, 33).is_safe(LEAST)
    assert Reach(7, 8, 33).is_safe(LEAST)
    assert Reach(0, 4, 33).is_safe(LEAST)
    assert not Reach(0, 3, 33).is_safe(LEAST)
    assert Reach(0, 1, 1).is_safe(LEAST)
    assert not Reach(4, 9, 33).is_safe(LEAST)


def _count(groups: dict[Group, tuple[int, int]]) -> Counted:
    """A year in which the groups told of graffiti, all in its first half; group -> how many told, of how many."""
    told = tuple(n for n, _ in groups.values())
    of_areas = {"klotter": told, "krogvald": (0,) * len(groups)}
    return Counted(
        {group: n for group, (_, n) in groups.items()}, of_areas, told, {"klotter": sum(told), "krogvald": 0}
    )
