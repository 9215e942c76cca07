"""The problems of a page in one field, read again for the same text alone."""

import json

import pytest

from api.pages.match.adjusted_problem import AdjustedProblem
from api.pages.match.problem_state import read_state, write_state

TEXT = "Bråk på torget.\n\nSkolan brinner."
PROBLEMS = (
    AdjustedProblem(title="Torget", shown="Torget", positions=(0,), cause="Dålig sikt.\nÖl.", numbers=(1,)),
    AdjustedProblem(shown="Bränder", positions=(1,), certainty=0.4321, area="anlagda-brander", numbers=(2,)),
)


def test_what_was_written_is_read_again() -> None:
    assert read_state(write_state(PROBLEMS, TEXT), TEXT) == PROBLEMS


def test_no_problem_is_a_state_as_well() -> None:
    assert read_state(write_state((), TEXT), TEXT) == ()


def test_how_a_browser_ends_its_lines_changes_nothing() -> None:
    assert read_state(write_state(PROBLEMS, TEXT), TEXT.replace("\n", "\r\n")) == PROBLEMS


def test_the_problems_of_another_text_are_none_of_this() -> None:
    assert read_state(write_state(PROBLEMS, TEXT), TEXT + " Igen.") is None


@pytest.mark.parametrize("changed", [{"units": []}, {"units": ["ett"]}, {"certainty": 2}, {"more": 1}, {"title": None}])
def test_a_state_that_is_none_is_none(changed: dict[str, object]) -> None:
    state = json.loads(write_state(PROBLEMS, TEXT))
    state["problems"][0] |= changed
    assert read_state(json.dumps(state), TEXT) is None


@pytest.mark.parametrize("value", ["", "inte json", "[]", "{}", '{"text": "", "problems": 1}'])
def test_what_is_no_state_is_none(value: str) -> None:
    assert read_state(value, TEXT) is None
