"""What a person ticked, wrote and chose on the page of a match becomes the problems to match again."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from starlette.datastructures import FormData

from api.pages.match.adjusted_problem import AdjustedProblem
from api.pages.match.adjustments import read_adjustments
from kb.problems.adjust import MAX_CAUSE_CHARS, MAX_PROBLEMS

PAGE = [
    ("keep-1", "on"),
    ("title-1", "Torget"),
    ("cause-1", ""),
    ("merge-1", ""),
    ("to-1", ""),
    ("keep-2", "on"),
    ("title-2", "Skolan"),
    ("cause-2", ""),
    ("merge-2", ""),
    ("to-2", ""),
    ("keep-3", "on"),
    ("title-3", "Äldre"),
    ("cause-3", ""),
    ("merge-3", ""),
    ("to-3", ""),
]
TORGET = AdjustedProblem(shown="Torget", positions=(2, 6), numbers=(1,))
SKOLAN = AdjustedProblem(shown="Skolan", positions=(4,), numbers=(2,))
ALDRE = AdjustedProblem(title="Äldre", shown="Äldre", positions=(5,), certainty=0.4, numbers=(3,))
SHOWN = (TORGET, SKOLAN, ALDRE)


def read(*fields: tuple[str, str], shown: Sequence[AdjustedProblem] = SHOWN) -> tuple[AdjustedProblem, ...]:
    """The problems of the page with the fields in place of those that it has of the same names."""
    names = {name for name, _ in fields}
    return read_adjustments(shown, FormData([*(field for field in PAGE if field[0] not in names), *fields]))


def without(name: str) -> FormData:
    return FormData([field for field in PAGE if field[0] != name])


def test_an_untouched_page_gives_the_same_problems() -> None:
    assert read() == SHOWN


def test_a_form_without_the_fields_of_the_problems_leaves_them_as_they_were() -> None:
    assert read_adjustments(SHOWN, FormData([("follow_up", "2027-11-22")])) == SHOWN


def test_a_problem_without_a_tick_is_left_out() -> None:
    assert read_adjustments(SHOWN, without("keep-2")) == (TORGET, ALDRE)


def test_a_title_of_its_own_is_tidied_and_cut() -> None:
    assert read(("title-1", "  Torget \n på kvällen "))[0].title == "Torget på kvällen"
    assert read(("title-1", "x" * 201))[0].title == "x" * 200


def test_a_title_that_was_not_touched_goes_on_following_the_area() -> None:
    assert [problem.title for problem in read()] == ["", "", "Äldre"]
    assert read(("title-3", ""))[2].title == ""


def test_a_cause_is_kept_with_its_lines_and_cut() -> None:
    assert read(("cause-2", " Ingen äger torget.\r\nDålig sikt. "))[1].cause == "Ingen äger torget.\nDålig sikt."
    assert len(read(("cause-2", "x" * (MAX_CAUSE_CHARS + 1)))[1].cause) == MAX_CAUSE_CHARS


def test_yes_makes_a_problem_sure_and_no_leaves_it_out() -> None:
    assert read(("yes", "3")) == (TORGET, SKOLAN, replace(ALDRE, certainty=1.0))
    assert read(("no", "3")) == (TORGET, SKOLAN)


def test_yes_can_say_which_area_it_is_about() -> None:
    assert read(("yes", "3:bedrageri-aldre"))[2] == replace(ALDRE, certainty=1.0, area="bedrageri-aldre")


@pytest.mark.parametrize("answer", ["", "9", "3:", "3:Å", "-3", "tre"])
def test_an_answer_to_no_question_changes_nothing(answer: str) -> None:
    assert read(("yes", answer)) == SHOWN


def test_whatever_else_is_changed_an_uncertain_problem_stays_uncertain_and_last() -> None:
    shown = (replace(TORGET, certainty=0.4), SKOLAN)
    assert read(("cause-1", "Dålig sikt."), shown=shown) == (SKOLAN, replace(shown[0], cause="Dålig sikt."))


def test_problems_put_together_share_units_causes_and_the_title_of_the_one_pointed_to() -> None:
    together = read(("merge-3", "1"), ("cause-1", "Dålig sikt."), ("cause-3", "Ensamhet."))
    assert together == (
        replace(TORGET, positions=(2, 5, 6), cause="Dålig sikt.\nEnsamhet.", numbers=(1, 3)),
        SKOLAN,
    )


def test_a_chain_ends_in_its_last_problem_and_is_as_sure_as_the_surest() -> None:
    (problem,) = read(("merge-1", "2"), ("merge-2", "3"))
    assert problem == replace(ALDRE, positions=(2, 4, 5, 6), certainty=1.0, numbers=(3, 1, 2))


def test_problems_that_point_to_each_other_become_one() -> None:
    together = replace(TORGET, positions=(2, 4, 6), numbers=(1, 2))
    assert read(("merge-1", "2"), ("merge-2", "1")) == (together, ALDRE)


def test_nothing_is_put_together_with_a_problem_that_is_left_out() -> None:
    fields = FormData([*without("keep-1").multi_items(), ("merge-2", "1")])
    assert read_adjustments(SHOWN, fields) == (SKOLAN, ALDRE)


@pytest.mark.parametrize("merge", ["9", "-1", "två", "1e3", "²"])
def test_a_target_that_does_not_exist_is_no_target(merge: str) -> None:
    assert read(("merge-2", merge)) == SHOWN


def test_a_unit_is_moved_to_the_problem_it_is_sent_to() -> None:
    moved = read(("pick", "6"), ("to-1", "2"))
    assert moved == (replace(TORGET, positions=(2,)), replace(SKOLAN, positions=(4, 6)), ALDRE)


def test_a_unit_that_is_sent_to_a_problem_that_is_left_out_stays() -> None:
    fields = FormData([*without("keep-2").multi_items(), ("pick", "6"), ("to-1", "2")])
    assert read_adjustments(SHOWN, FormData([f for f in fields.multi_items() if f != ("to-1", "")]))[0] == TORGET


def test_a_problem_without_units_is_no_problem() -> None:
    assert read(("pick", "4"), ("to-2", "none")) == (TORGET, ALDRE)


def test_several_new_problems_are_made_at_once() -> None:
    new = [problem.positions for problem in read(("pick", "2"), ("pick", "4"), ("to-1", "A"), ("to-2", "B"))[1:3]]
    assert new == [(2,), (4,)]


def test_a_new_problem_has_yet_no_name_and_stands_before_what_is_uncertain() -> None:
    assert read(("pick", "6"), ("to-1", "A"))[2] == AdjustedProblem(positions=(6,))


def test_what_finds_no_room_among_the_problems_stays_where_it_is() -> None:
    shown = [AdjustedProblem(positions=(i, 30 + i), numbers=(i + 1,)) for i in range(MAX_PROBLEMS)]
    fields = FormData([("pick", "30"), ("to-1", "A")])
    assert read_adjustments(shown, fields) == tuple(shown)


def test_nothing_may_be_left() -> None:
    assert read_adjustments((TORGET,), FormData([("title-1", "Torget")])) == ()
