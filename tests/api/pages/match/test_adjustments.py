"""What a person ticked, wrote and chose on the page of a match becomes the problems to match again."""

import pytest

from api.pages.match.adjustments import AdjustedProblem, read_adjustments

PAGE = {
    "keep-1": "on",
    "title-1": "Torget",
    "merge-1": "",
    "keep-2": "on",
    "title-2": "Skolan",
    "merge-2": "",
    "keep-3": "on",
    "title-3": "Äldre",
    "merge-3": "",
    "passage-0": "",
    "passage-2": "1",
    "passage-4": "2",
    "passage-5": "3",
    "passage-6": "1",
}
TORGET = AdjustedProblem("Torget", (2, 6), (1,))
SKOLAN = AdjustedProblem("Skolan", (4,), (2,))
ALDRE = AdjustedProblem("Äldre", (5,), (3,))


def test_an_untouched_page_gives_the_same_problems() -> None:
    assert read_adjustments(PAGE) == (TORGET, SKOLAN, ALDRE)


def test_fields_without_problems_are_no_adjustment() -> None:
    assert read_adjustments({"text": "Ungdomar kör epa på torget.", "passage-1": "1"}) is None


def test_a_problem_without_a_tick_is_left_out() -> None:
    assert read_adjustments({name: value for name, value in PAGE.items() if name != "keep-2"}) == (TORGET, ALDRE)


def test_a_title_is_tidied_and_cut() -> None:
    (first, *_) = read_adjustments({**PAGE, "title-1": "  Torget \n på kvällen "}) or ()
    assert first.title == "Torget på kvällen"
    (first, *_) = read_adjustments({**PAGE, "title-1": "x" * 201}) or ()
    assert first.title == "x" * 200


def test_problems_put_together_share_passages_and_the_title_of_the_one_pointed_to() -> None:
    assert read_adjustments({**PAGE, "merge-3": "1"}) == (AdjustedProblem("Torget", (2, 5, 6), (1, 3)), SKOLAN)


def test_a_chain_ends_in_its_last_problem() -> None:
    assert read_adjustments({**PAGE, "merge-1": "2", "merge-2": "3"}) == (
        AdjustedProblem("Äldre", (2, 4, 5, 6), (3, 1, 2)),
    )


def test_problems_that_point_to_each_other_become_one() -> None:
    together = AdjustedProblem("Torget", (2, 4, 6), (1, 2))
    assert read_adjustments({**PAGE, "merge-1": "2", "merge-2": "1"}) == (together, ALDRE)


def test_nothing_is_put_together_with_a_problem_that_is_left_out() -> None:
    fields = {name: value for name, value in PAGE.items() if name != "keep-1"}
    assert read_adjustments({**fields, "merge-2": "1"}) == (SKOLAN, ALDRE)


@pytest.mark.parametrize("merge", ["9", "-1", "två", "1e3", "²"])
def test_a_target_that_does_not_exist_is_no_target(merge: str) -> None:
    assert read_adjustments({**PAGE, "merge-2": merge}) == (TORGET, SKOLAN, ALDRE)


def test_a_passage_is_moved_to_the_problem_it_names() -> None:
    moved = read_adjustments({**PAGE, "passage-6": "2"})
    assert moved == (AdjustedProblem("Torget", (2,), (1,)), AdjustedProblem("Skolan", (4, 6), (2,)), ALDRE)


def test_a_problem_without_passages_is_no_problem() -> None:
    assert read_adjustments({**PAGE, "passage-4": ""}) == (TORGET, ALDRE)


def test_passages_for_a_new_problem_become_one_that_has_yet_no_name() -> None:
    found = read_adjustments({**PAGE, "passage-0": "new", "passage-6": "new"}) or ()
    assert found[-1] == AdjustedProblem("", (0, 6), ())


def test_nothing_may_be_left() -> None:
    assert read_adjustments({"title-1": "Torget", "passage-2": "1"}) == ()


def test_fields_with_other_names_are_passed_over() -> None:
    assert read_adjustments({**PAGE, "title-01": "Falsk", "title-x": "Falsk", "passage-": "1"}) == (
        TORGET,
        SKOLAN,
        ALDRE,
    )
