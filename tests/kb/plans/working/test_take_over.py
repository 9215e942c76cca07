"""What guidance says is written in empty fields, and nothing is written over."""

from kb.plans.working.edit import write_fields
from kb.plans.working.take_over import take_over
from kb.plans.working.working_plan import WorkingPlan, begin_plan
from tests.kb.plans.small_plan import WORKED, with_problem
from tests.kb.plans.working.small_work import BEGUN, INDICATOR, MEASURE, PROBLEM

WITH_STEPS = begin_plan(with_problem(measures=(WORKED,)))


def _written(edits: dict[str, str]) -> WorkingPlan:
    return write_fields(WITH_STEPS, edits)


def test_the_steps_of_a_measure_are_how_it_is_done_and_the_first_who_is_responsible() -> None:
    assert take_over(WITH_STEPS, MEASURE) == {
        f"{MEASURE}/decision": "chosen",
        f"{MEASURE}/text": "Samordnaren, vecka 1: ringer föreningarna.\nGå ut.",
        f"{MEASURE}/responsible": "Samordnaren",
    }


def test_an_indicator_has_its_source_and_owner_and_is_the_goal() -> None:
    assert take_over(WITH_STEPS, INDICATOR) == {
        f"{INDICATOR}/decision": "chosen",
        f"{INDICATOR}/source": "föreningen",
        f"{INDICATOR}/responsible": "samordnaren",
        f"{PROBLEM}/goal": "fler",
        f"{PROBLEM}/goal_number": "Antal kvällar",
    }


def test_what_somebody_has_written_stands() -> None:
    plan = _written({f"{MEASURE}/responsible": "Fritidschefen", f"{MEASURE}/decision": "dropped"})
    told = take_over(plan, MEASURE)
    assert f"{MEASURE}/responsible" not in told
    assert told[f"{MEASURE}/decision"] == "chosen"


def test_what_can_be_taken_over_can_stand_in_the_plan() -> None:
    for place in (MEASURE, INDICATOR):
        assert write_fields(WITH_STEPS, take_over(WITH_STEPS, place)).written == take_over(WITH_STEPS, place)


def test_where_guidance_says_nothing_it_is_chosen_alone_and_another_place_has_nothing() -> None:
    assert take_over(BEGUN, MEASURE) == {f"{MEASURE}/decision": "chosen"}
    assert take_over(BEGUN, "problems/1/measures/own-0001") == {}
    assert take_over(BEGUN, "title") == {}
