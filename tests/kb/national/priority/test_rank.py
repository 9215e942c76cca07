"""Municipalities in an order, and how sure each place is."""

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import WeightsRejected
from kb.national.priority.criteria import CRITERIA, DEFAULT_WEIGHTS, Criterion
from kb.national.priority.rank import Ranked, find_last_places, find_places, rank_towns
from kb.national.priority.told import MISSING, Told, exactly, within

Values = Mapping[str, Mapping[Criterion, Told]]
EVEN: Mapping[Criterion, float] = dict.fromkeys(CRITERIA, 1.0)
ENDS = st.lists(st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]), min_size=2, max_size=2)
TOLD = st.one_of(st.just(MISSING), ENDS.map(lambda ends: within(min(ends), max(ends))))
TOWN = st.fixed_dictionaries(dict.fromkeys(CRITERIA, TOLD))
TOWNS = st.lists(TOWN, min_size=1, max_size=8).map(lambda towns: {f"{n:04}": town for n, town in enumerate(towns)})
WEIGHTS = st.fixed_dictionaries(dict.fromkeys(CRITERIA, st.integers(1, 100)))


def worked_example() -> Values:
    """Four municipalities by hand, in which the order is told by three criteria.

    Weights: class 50, asked 30, methods 20; their sum is 100, so the shares are 0.5, 0.3 and 0.2.

              class  asked      methods               score
    A 0001      1      0           0        0.5 * 1 + 0.3 * 0   + 0.2 * 0   = 0.50
    B 0002     0.4     1          0.5       0.5 * 0.4 + 0.3 * 1 + 0.2 * 0.5 = 0.60
    C 0003     0.75   1/3       missing     0.375 + 0.1 + 0.2 * 0.5 (the middle) = 0.575, from 0.475 to 0.675
    D 0004      0      1/3         1        0 + 0.1 + 0.2 = 0.30
    """
    rows: dict[str, tuple[Told, Told, Told]] = {
        "0001": (exactly(1.0), exactly(0.0), exactly(0.0)),
        "0002": (exactly(0.4), exactly(1.0), exactly(0.5)),
        "0003": (exactly(0.75), exactly(1 / 3), MISSING),
        "0004": (exactly(0.0), exactly(1 / 3), exactly(1.0)),
    }
    return {
        code: {"area_class": area_class, "asked": asked, "methods": methods}
        for code, (area_class, asked, methods) in rows.items()
    }


EXAMPLE_WEIGHTS: Mapping[Criterion, float] = {"area_class": 50, "asked": 30, "methods": 20}


def places(ranked: tuple[Ranked, ...]) -> dict[str, int]:
    return {one.code: one.place for one in ranked}


def test_the_order_is_the_one_worked_by_hand() -> None:
    ranked = rank_towns(worked_example(), EXAMPLE_WEIGHTS)
    assert [one.code for one in ranked] == ["0002", "0003", "0001", "0004"]
    assert [one.score for one in ranked] == pytest.approx([0.60, 0.575, 0.50, 0.30])
    third = ranked[1]
    assert (third.lowest, third.highest) == pytest.approx((0.475, 0.675))


def test_what_is_missing_makes_the_place_unsure_and_is_not_zero() -> None:
    """At 0 C would be third behind A, at 1 first before B: nine of ten draws reach from first to third."""
    ranked = {one.code: one for one in rank_towns(worked_example(), EXAMPLE_WEIGHTS)}
    assert (ranked["0003"].low, ranked["0003"].high) == (1, 3)
    told = {code: {**row, "methods": exactly(row["methods"].low)} for code, row in worked_example().items()}
    assert places(rank_towns(told, EXAMPLE_WEIGHTS))["0003"] == 3
    assert ranked["0003"].place == 2


def test_who_is_last_in_all_stays_last_whatever_is_drawn() -> None:
    values = {**worked_example(), "0005": dict.fromkeys(EXAMPLE_WEIGHTS, exactly(0.0))}
    last = rank_towns(values, EXAMPLE_WEIGHTS)[-1]
    assert (last.code, last.place, last.low, last.high) == ("0005", 5, 5, 5)


def test_those_alike_share_their_places() -> None:
    same = dict.fromkeys(EXAMPLE_WEIGHTS, exactly(0.5))
    values = {"0001": same, "0002": same, "0003": dict.fromkeys(EXAMPLE_WEIGHTS, exactly(1.0))}
    ranked = rank_towns(values, EXAMPLE_WEIGHTS)
    assert {one.code: (one.place, one.last_place) for one in ranked} == {"0003": (1, 1), "0001": (2, 3), "0002": (2, 3)}
    assert {one.code: (one.low, one.high) for one in ranked} == {"0003": (1, 1), "0001": (2, 3), "0002": (2, 3)}


def test_the_same_question_has_the_same_answer_and_a_criterion_without_weight_tells_nothing() -> None:
    assert rank_towns(worked_example(), EXAMPLE_WEIGHTS) == rank_towns(worked_example(), EXAMPLE_WEIGHTS)
    by_class = rank_towns(worked_example(), {"area_class": 7, "asked": 0, "methods": 0})
    assert [(one.code, one.low, one.high) for one in by_class] == [
        ("0001", 1, 1),
        ("0003", 2, 2),
        ("0002", 3, 3),
        ("0004", 4, 4),
    ]


def test_places_are_found_along_the_last_axis() -> None:
    scores = np.array([[0.1, 0.3, 0.3], [0.2, 0.1, 0.0]])
    assert find_places(scores).tolist() == [[3, 1, 1], [1, 2, 3]]
    assert find_last_places(scores[0]).tolist() == [3, 2, 2]


@given(TOWNS, WEIGHTS)
def test_more_weight_on_a_criterion_never_worsens_who_is_best_in_it(
    values: Values, weights: dict[Criterion, int]
) -> None:
    for criterion in CRITERIA:
        best = max(values, key=lambda code: (values[code][criterion].point, code))
        before = places(rank_towns(values, weights, n_draws=2))[best]
        heavier = {**weights, criterion: min(100, 2 * weights[criterion])}
        assert places(rank_towns(values, heavier, n_draws=2))[best] <= before


@given(TOWNS, WEIGHTS)
def test_a_place_outside_its_range_says_so_and_all_places_are_there(
    values: Values, weights: dict[Criterion, int]
) -> None:
    for one in rank_towns(values, weights, n_draws=100):
        assert 1 <= one.place <= one.last_place <= len(values)
        assert 1 <= one.low <= one.high <= len(values)
        assert one.is_within == bool(set(range(one.place, one.last_place + 1)) & set(range(one.low, one.high + 1)))


def test_a_place_that_only_the_middle_of_what_is_missing_gives_is_told() -> None:
    """Twenty that nothing is known of count as 0.5, just behind the one that is known; half may be before it."""
    values: dict[str, Mapping[Criterion, Told]] = {f"{n:04}": {"methods": MISSING} for n in range(20)}
    values["9999"] = {"methods": exactly(0.501)}
    known = rank_towns(values, {"methods": 1})[0]
    assert (known.code, known.place, known.is_within) == ("9999", 1, False)
    assert 1 < known.low < 11 < known.high < 21


@given(TOWNS, WEIGHTS)
def test_where_one_criterion_counts_and_is_known_every_place_is_sure(
    values: Values, weights: dict[Criterion, int]
) -> None:
    exact: Values = {code: {"asked": exactly(row["asked"].point)} for code, row in values.items()}
    for one in rank_towns(exact, {"asked": weights["asked"]}, n_draws=20):
        assert (one.low, one.high) == (one.place, one.last_place)
        assert one.lowest == one.score == one.highest


@given(TOWNS, WEIGHTS)
def test_a_score_lies_between_its_ends(values: Values, weights: dict[Criterion, int]) -> None:
    for one in rank_towns(values, weights, n_draws=2):
        assert -1e-9 <= one.lowest <= one.score + 1e-9
        assert one.score <= one.highest + 1e-9 <= 1 + 2e-9


@given(TOWNS)
def test_nobody_without_an_area_comes_before_one_that_is_sarskilt_utsatt(values: Values) -> None:
    """The mandate's order, by the weights that stand until somebody moves them, whatever else is told."""
    listed = {"area_class": exactly(1.0), "areas": exactly(0.25), "change": exactly(0.5)}
    free = {"area_class": exactly(0.0), "areas": exactly(0.0), "change": exactly(0.0)}
    towns = {code: {**row, **(listed if int(code) % 2 else free)} for code, row in values.items()}
    scores = {one.code: one.score for one in rank_towns(towns, DEFAULT_WEIGHTS, n_draws=2)}
    first = [score for code, score in scores.items() if int(code) % 2]
    others = [score for code, score in scores.items() if not int(code) % 2]
    assert min(first, default=1.0) > max(others)


@pytest.mark.parametrize(
    ("weights", "told"),
    [
        (dict.fromkeys(CRITERIA, 0), "all weights are 0"),
        ({**EVEN, "asked": -1}, "asked: -1 is no weight; give 0 to 100"),
        ({**EVEN, "areas": 101}, "areas: 101 is no weight; give 0 to 100"),
    ],
)
def test_weights_that_make_no_order_are_refused(weights: dict[Criterion, float], told: str) -> None:
    with pytest.raises(WeightsRejected, match=told):
        rank_towns({"0001": dict.fromkeys(CRITERIA, MISSING)}, weights)


def test_nobody_is_ranked_where_there_is_nobody() -> None:
    assert rank_towns({}, EVEN) == ()
