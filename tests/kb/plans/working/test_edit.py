"""Fields written in a plan, all or none."""

import pytest

from kb.errors import EditRejected
from kb.plans.working.edit import list_edits, tidy_edits, write_fields
from tests.kb.plans.working.small_work import BEGUN, MEASURE, PROBLEM, work_with


def test_a_field_is_written_tidy() -> None:
    assert work_with({f"{MEASURE}/cost": "25 000 kr"}).written == {f"{MEASURE}/cost": "25000"}


def test_an_empty_text_empties_a_field() -> None:
    assert write_fields(work_with({"title": "Plan"}), {"title": " "}).written == {}


def test_the_draft_is_never_changed() -> None:
    assert work_with({f"{PROBLEM}/title": "Annat"}).draft is BEGUN.draft


def test_every_fault_is_told_and_never_what_was_written() -> None:
    with pytest.raises(EditRejected) as refused:
        work_with({f"{MEASURE}/cost": "HEMLIGT", f"{MEASURE}/end": "HEMLIGT", "HEMLIGT": "x", "title": "Plan"})
    told = str(refused.value).split("\n")
    assert told[0].startswith(f"{MEASURE}/cost: these are no whole kronor")
    assert told[1].startswith(f"{MEASURE}/end: this is no day")
    assert told[2].startswith("a path: the plan has no such field")
    assert "HEMLIGT" not in str(refused.value)


def test_what_can_stand_is_kept_apart_from_what_cannot() -> None:
    tidied = tidy_edits(BEGUN.draft, {"title": " Plan ", "follow_up": "snart"})
    assert tidied.edits == {"title": "Plan"}
    assert [(fault.path, fault.key) for fault in tidied.faults] == [("follow_up", "no_day")]


def test_the_edits_between_two_plans_are_those_fields_that_differ() -> None:
    assert list_edits({"title": "A", "summary": "B"}, {"summary": "C"}) == {"title": "", "summary": "C"}
