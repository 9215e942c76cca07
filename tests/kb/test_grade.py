"""The service's own grade follows from effect and certainty by the table of docs/editorial.md."""

import pytest

from kb.grade import grade, is_harm, is_wanted
from kb.vocabulary import CERTAINTIES, EFFECTS, Certainty, Effect, Rating, Wanted

WANTED: dict[Certainty, Rating] = {"hög": "stark", "måttlig": "god", "låg": "begränsad", "mycket låg": "svag"}


@pytest.mark.parametrize("certainty", CERTAINTIES)
def test_the_wanted_way_is_graded_by_how_sure_it_is_and_no_higher_for_being_large(certainty: Certainty) -> None:
    for effect in ("minskar", "minskar mycket"):
        assert grade(effect, certainty, "minskar") == WANTED[certainty]
    assert grade("ökar", certainty, "ökar") == WANTED[certainty]


@pytest.mark.parametrize("certainty", CERTAINTIES)
def test_no_difference_and_the_wrong_way_are_weak_however_sure(certainty: Certainty) -> None:
    assert grade("ingen skillnad", certainty, "minskar") == "svag"
    assert grade("ökar", certainty, "minskar") == "svag"
    assert grade("minskar", certainty, "ökar") == "svag"


def test_mixed_results_are_limited_at_most() -> None:
    assert [grade("blandat", certainty, "minskar") for certainty in CERTAINTIES] == [
        "begränsad",
        "begränsad",
        "svag",
        "svag",
    ]


def test_an_effect_that_is_not_known_is_unclear() -> None:
    assert grade("inte känt", "mycket låg", "minskar") == "oklar"


@pytest.mark.parametrize(
    ("effect", "wanted", "harms"),
    [
        ("ökar", "minskar", True),
        ("minskar mycket", "ökar", True),
        ("ökar", "ökar", False),
        ("ingen skillnad", "minskar", False),
        ("blandat", "ökar", False),
    ],
)
def test_harm_is_the_way_that_is_not_wanted(effect: Effect, wanted: Wanted, harms: bool) -> None:
    assert is_harm(effect, wanted) is harms


def test_nothing_is_both_wanted_and_harm() -> None:
    assert not [effect for effect in EFFECTS if is_wanted(effect, "minskar") and is_harm(effect, "minskar")]
