"""The range that each word of effect and certainty stands for, as docs/national.md has it."""

from itertools import pairwise, product
from typing import get_args

import pytest

from kb.national.expected.interval import Interval
from kb.national.expected.relative_change import find_change, find_direction, find_outcome_change, leave_out_gain
from kb.vocabulary import CERTAINTIES, EFFECTS, Certainty, Effect, Wanted
from tests.builders import make_evidence
from tests.root import ROOT

WANTED: tuple[Wanted, ...] = get_args(Wanted)
WORDS = [(effect, wanted) for effect, wanted in product(EFFECTS, WANTED) if effect != "inte känt"]
TOLD: dict[Effect, tuple[tuple[float, float], ...]] = {
    "minskar mycket": ((-0.50, -0.25), (-0.50, -0.125), (-0.50, 0), (-0.50, 0.10)),
    "minskar": ((-0.25, -0.01), (-0.25, -0.005), (-0.25, 0), (-0.25, 0.10)),
    "ökar": ((0.01, 0.50), (0.005, 0.50), (0, 0.50), (0, 0.50)),
    "ingen skillnad": ((-0.05, 0.05), (-0.10, 0.10), (-0.25, 0.25), (-0.50, 0.50)),
    "blandat": ((-0.25, 0.25), (-0.25, 0.25), (-0.25, 0.25), (-0.50, 0.50)),
}
"""For an outcome that should go down, from high certainty to very low."""


@pytest.mark.parametrize("effect", TOLD)
def test_each_word_has_the_range_that_is_told(effect: Effect) -> None:
    found = [find_change(effect, certainty, "minskar") for certainty in CERTAINTIES]
    assert found == [Interval(*ends) for ends in TOLD[effect]]


def test_docs_tell_the_same_ranges() -> None:
    told = (ROOT / "docs/national.md").read_text("utf-8")
    for effect, ranges in TOLD.items():
        cells = " | ".join(f"{_percent(low)} till {_percent(high)}" for low, high in ranges)
        assert f"| `{effect}` | {cells} |" in told, effect


def _percent(share: float) -> str:
    text = f"{abs(share) * 100:g}".replace(".", ",")
    return f"{'−' if share < 0 else '+' if share > 0 else ''}{text}"


@pytest.mark.parametrize("certainty", CERTAINTIES)
def test_what_is_not_known_has_no_range(certainty: Certainty) -> None:
    assert find_change("inte känt", certainty, "minskar") is None


@pytest.mark.parametrize(("effect", "wanted"), WORDS)
def test_lower_certainty_never_narrows(effect: Effect, wanted: Wanted) -> None:
    changes = [find_change(effect, certainty, wanted) for certainty in CERTAINTIES]
    for surer, less_sure in pairwise(changes):
        assert surer is not None
        assert less_sure is not None
        assert less_sure.contains(surer)


@pytest.mark.parametrize(("effect", "wanted"), WORDS)
@pytest.mark.parametrize("certainty", ["låg", "mycket låg"])
def test_low_certainty_includes_no_effect(effect: Effect, wanted: Wanted, certainty: Certainty) -> None:
    change = find_change(effect, certainty, wanted)
    assert change is not None
    assert change.has_zero


@pytest.mark.parametrize(("effect", "wanted"), WORDS)
@pytest.mark.parametrize("certainty", CERTAINTIES)
def test_no_range_is_one_number(effect: Effect, wanted: Wanted, certainty: Certainty) -> None:
    change = find_change(effect, certainty, wanted)
    assert change is not None
    assert not change.is_single


@pytest.mark.parametrize(("effect", "wanted"), [("ökar", "minskar"), ("minskar", "ökar"), ("minskar mycket", "ökar")])
@pytest.mark.parametrize("certainty", CERTAINTIES)
def test_harm_has_no_gain_in_it(effect: Effect, wanted: Wanted, certainty: Certainty) -> None:
    change = find_change(effect, certainty, wanted)
    assert find_direction(effect, wanted) == "harm"
    assert change is not None
    assert change.low >= 0 if wanted == "minskar" else change.high <= 0


def test_more_of_what_is_wanted_is_a_gain() -> None:
    assert find_direction("ökar", "ökar") == "gain"
    assert find_change("ökar", "mycket låg", "ökar") == Interval(-0.10, 0.50)


def test_what_is_advised_against_is_never_a_gain() -> None:
    assert leave_out_gain(Interval(-0.25, 0.25), "minskar") == Interval(0, 0.25)
    assert leave_out_gain(Interval(-0.25, 0.25), "ökar") == Interval(-0.25, 0)
    assert leave_out_gain(Interval(-0.50, -0.25), "minskar") is None
    assert leave_out_gain(Interval(-0.25, 0), "minskar") is None
    strong = make_evidence(effect="minskar", certainty="hög")
    assert find_outcome_change(strong, is_advised_against=True) is None
    assert find_outcome_change(strong, is_advised_against=False) == Interval(-0.25, -0.01)
