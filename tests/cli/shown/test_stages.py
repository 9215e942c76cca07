"""How far an answer is proved, and hours, in Swedish words."""

from cli.shown.stages import GOALS, PROVED, hours_text, stage_lines
from kb.staffing.allocation import allocate
from kb.staffing.integer_program import Stage
from kb.staffing.team import find_team
from tests.kb.staffing.small_demands import make_demand


def test_what_is_proved_is_one_line() -> None:
    assert stage_lines([Stage("experts", 2, 2, 0), Stage("total match", 1.5, 1.5, 0)]) == [PROVED]


def test_what_is_not_proved_is_told_with_its_bound() -> None:
    stages = [
        Stage("problems covered", 5, 5, 0),
        Stage("experts", 3, 2, 1 / 3),
        Stage("total match", 2.25, 2.5, 0.25 / 2.25),
    ]
    assert stage_lines(stages) == [
        "Tiden tog slut innan det bästa var bevisat:",
        "  experter: 3, kan som minst bli 2",
        "  summan av hur väl de passar: 2.25, kan som mest bli 2.5",
    ]


def test_every_goal_has_words() -> None:
    team = find_team([[0.5], [0.5]], [1], [1, 1], [1, 1], min_match=0.3, main_field=[[1], [1]], preferred=[1, 0])
    allocation = allocate(make_demand([[0.5]], wanted=((0, 0),)), [1], worst_first=True)
    assert {stage.goal for stage in (*team.stages, *allocation.stages)} == set(GOALS)


def test_hours_are_written_with_a_comma_and_one_decimal() -> None:
    assert [hours_text(hours) for hours in (1, 8, 7.5, 37.93, 0)] == [
        "1 timme",
        "8 timmar",
        "7,5 timmar",
        "37,9 timmar",
        "0 timmar",
    ]
