"""Which paths a plan has."""

import pytest

from kb.plans.working.fields import find_field, is_followed_up
from tests.kb.plans.small_plan import PLAN


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("title", "line"),
        ("statute/analys", "line"),
        ("problems/1/cause", "paragraphs"),
        ("problems/1/value-2027-03-31", "number"),
        ("problems/own-0001/title", "line"),
        ("problems/1/measures/nattvandring/cost", "kronor"),
        ("problems/1/measures/own-0001/end", "day"),
        ("problems/own-0001/measures/own-0002/decision", "choice"),
        ("problems/1/indicators/nattvandring-2/value-2027-03-31", "number"),
        ("problems/1/indicators/nattvandring-2/remark-2027-03-31", "line"),
        ("problems/1/experts/x/note", "paragraphs"),
    ],
)
def test_a_path_of_the_plan_has_its_kind(path: str, name: str) -> None:
    found = find_field(path, PLAN)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "path",
    [
        "",
        "municipality",
        "statute/annat",
        "problems/0/cause",
        "problems/2/cause",
        "problems/01/cause",
        "problems/1/measures/skramsel/decision",  # advised against: it is shown, and never chosen
        "problems/1/measures/nattvandring/value-2027-03-31",
        "problems/1/indicators/nattvandring-3/title",
        "problems/1/indicators/nattvandring-1/value-2027-02-30",
        "problems/1/experts/own-0001/note",
        "problems/own-0001/measures/nattvandring/cost",
        "problems/1/measures/OWN-0001/title",
        "problems/1/measures/nattvandring/cost/more",
    ],
)
def test_any_other_path_is_none(path: str) -> None:
    assert find_field(path, PLAN) is None


def test_status_notes_and_values_are_written_after_adoption_too() -> None:
    assert is_followed_up("problems/1/measures/nattvandring/status")
    assert is_followed_up("problems/1/indicators/nattvandring-1/value-2027-03-31")
    assert not is_followed_up("problems/1/measures/nattvandring/cost")
