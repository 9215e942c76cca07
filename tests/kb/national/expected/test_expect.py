"""What a method may change: size, reach and evidence together, as ranges."""

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.documents import Guidance
from kb.national.expected.expect import ExpectedEffect, expect_effects
from kb.national.expected.interval import Interval
from kb.national.expected.price import price_gain
from kb.national.expected.size import ProblemSize
from kb.vocabulary import CERTAINTIES, EFFECTS, Certainty, Effect, Wanted
from tests.builders import make_evidence, make_guidance

ALL = Interval(1, 1)
SHARES = st.floats(0.01, 1)
REACHES = st.tuples(SHARES, SHARES).map(lambda ends: Interval(min(ends), max(ends)))
SIZES = st.tuples(st.floats(0, 1e5), st.floats(0.1, 1e5)).map(lambda ends: Interval(min(ends), max(ends)))
WORDS = st.tuples(
    st.sampled_from(EFFECTS),
    st.sampled_from(CERTAINTIES),
    st.sampled_from(get_args(Wanted)),
    st.sampled_from(["rekommenderas", "prövas", "avråds"]),
)
Words = tuple[Effect, Certainty, Wanted, str]


def make_size(values: Interval = ALL, area: str = "narkotika") -> ProblemSize:
    return ProblemSize(area=area, measure="Anmälda brott", values=values, origin="statistics", years=(2024, 2024))


def make_method(slug: str, effect: Effect, certainty: Certainty, wanted: Wanted = "minskar", **fields: str) -> Guidance:
    return make_guidance(slug, evidence=(make_evidence(effect=effect, certainty=certainty, wanted=wanted),), **fields)


def expect(document: Guidance, values: Interval, reach: Interval = ALL) -> ExpectedEffect:
    (expected,) = expect_effects(make_size(values), [document], reach)
    return expected


def test_a_hand_worked_example() -> None:
    """400 crimes, of which half to all are reached, and a method that reduces much with moderate certainty."""
    method = make_method("a", "minskar mycket", "måttlig")
    expected = expect(method, Interval(400, 400), Interval(0.5, 1))
    assert expected.change == Interval(-0.50, -0.25 * 0.5)
    assert expected.changed == Interval(400 * 1 * -0.50, 400 * 0.5 * -0.125)  # 200 to 25 fewer
    assert expected.direction == "gain"
    assert price_gain(100_000, expected) == Interval(100_000 / 200, 100_000 / 25)


def test_years_that_differ_widen_the_range() -> None:
    expected = expect(make_method("a", "minskar", "hög"), Interval(300, 500))
    assert expected.changed == Interval(-130, 300 * -0.01)  # 500 * -0.25 is -125, in two digits outwards -130


def test_what_is_not_known_or_not_assessed_has_no_range_and_says_why() -> None:
    unknown = make_method("okand", "inte känt", "mycket låg")
    elsewhere = make_guidance("annat", evidence=(make_evidence(effect="minskar", certainty="hög", for_areas=()),))
    assert (expect(unknown, ALL).changed, expect(unknown, ALL).why_none) == (None, "unknown")
    assert (expect(elsewhere, ALL).changed, expect(elsewhere, ALL).why_none) == (None, "not_assessed")
    assert expect(elsewhere, ALL).outcome is None


def test_nothing_is_expected_of_a_problem_that_is_not_there() -> None:
    expected = expect(make_method("a", "minskar", "hög"), Interval(0, 0))
    assert (expected.changed, expected.why_none) == (None, "zero")


def test_what_is_advised_against_is_harm_whatever_its_effect() -> None:
    assert expect(make_method("a", "ökar", "hög"), Interval(100, 100)).changed == Interval(1, 50)
    bad = expect(make_method("b", "minskar", "hög", recommendation="avråds"), Interval(100, 100))
    assert (bad.direction, bad.changed, bad.why_none) == ("harm", None, "advised_against")
    none = expect(make_method("c", "ingen skillnad", "hög", recommendation="avråds"), Interval(100, 100))
    assert (none.direction, none.changed) == ("harm", Interval(0, 5))


def test_the_surest_gain_is_first_and_harm_last() -> None:
    methods = [
        make_method("skadar", "ökar", "hög"),
        make_method("okand", "inte känt", "mycket låg"),
        make_method("osaker", "minskar mycket", "låg"),
        make_method("saker", "minskar", "hög"),
        make_method("avrads", "minskar", "hög", recommendation="avråds"),
    ]
    expected = expect_effects(make_size(Interval(1000, 1000)), methods, ALL)
    assert [told.document.slug for told in expected] == ["saker", "osaker", "okand", "skadar", "avrads"]


def test_methods_of_other_areas_and_what_is_not_assessed_are_left_out() -> None:
    others = [make_guidance("a", primary_areas=("klotter",)), make_guidance("b", kind="process")]
    assert expect_effects(make_size(), others) == []


def test_a_price_is_told_only_of_a_gain_that_is_sure() -> None:
    for method in (make_method("a", "minskar", "låg"), make_method("b", "ökar", "hög")):
        assert price_gain(1000, expect(method, Interval(100, 100))) is None


@pytest.mark.parametrize("reach", [Interval(0, 1), Interval(0.5, 1.5), Interval(-1, 0.5)])
def test_a_reach_that_is_no_share_is_refused(reach: Interval) -> None:
    with pytest.raises(ValueError, match="is no share"):
        expect_effects(make_size(), [], reach)


@given(WORDS, SIZES, REACHES)
def test_no_answer_is_a_single_number(words: Words, size: Interval, reach: Interval) -> None:
    effect, certainty, wanted, recommendation = words
    expected = expect(make_method("a", effect, certainty, wanted, recommendation=recommendation), size, reach)
    assert (expected.changed is None) == (expected.why_none is not None)
    if expected.changed is not None:
        assert expected.changed.low < expected.changed.high


@given(WORDS, SIZES, REACHES, REACHES)
def test_wider_reach_never_gives_a_narrower_range(words: Words, size: Interval, one: Interval, other: Interval) -> None:
    effect, certainty, wanted, recommendation = words
    method = make_method("a", effect, certainty, wanted, recommendation=recommendation)
    wider = Interval(min(one.low, other.low), max(one.high, other.high))
    narrow, wide = expect(method, size, one).changed, expect(method, size, wider).changed
    if narrow is not None and wide is not None:
        assert wide.contains(narrow)


@given(WORDS, SIZES, st.floats(0.01, 1), st.floats(0.01, 1))
def test_reaching_more_never_makes_either_end_smaller(words: Words, size: Interval, one: float, other: float) -> None:
    effect, certainty, wanted, recommendation = words
    method = make_method("a", effect, certainty, wanted, recommendation=recommendation)
    less = expect(method, size, Interval(min(one, other), min(one, other))).changed
    more = expect(method, size, Interval(max(one, other), max(one, other))).changed
    if less is not None and more is not None:
        assert abs(more.low) >= abs(less.low)
        assert abs(more.high) >= abs(less.high)


@given(st.sampled_from(EFFECTS), st.sampled_from(get_args(Wanted)), SIZES, REACHES)
def test_lower_certainty_never_narrows_the_answer(
    effect: Effect, wanted: Wanted, size: Interval, reach: Interval
) -> None:
    answers = [expect(make_method("a", effect, certainty, wanted), size, reach).changed for certainty in CERTAINTIES]
    for surer, less_sure in pairwise(answers):
        if surer is not None and less_sure is not None:
            assert less_sure.contains(surer)
