"""A plan is saved as JSON and read again, also one of an older program."""

import json

import pytest

from kb.errors import PlanDamaged
from kb.plans.saved_plan import read_plan, write_json
from tests.kb.plans.small_plan import PLAN


def test_a_plan_is_the_same_after_being_saved_and_read() -> None:
    assert read_plan(write_json(PLAN)) == PLAN


@pytest.mark.parametrize("raw", [b"", b"[]", b"{}", b"\xff\xfe", b'{"format_version": "one"}'])
def test_what_is_no_plan_is_refused(raw: bytes) -> None:
    with pytest.raises(PlanDamaged):
        read_plan(raw)


def test_a_plan_of_another_format_is_refused() -> None:
    saved = {**json.loads(write_json(PLAN)), "format_version": 99}
    with pytest.raises(PlanDamaged, match="format 99"):
        read_plan(json.dumps(saved).encode())


def test_a_plan_saved_before_it_had_places_is_read() -> None:
    saved = json.loads(write_json(PLAN))
    for problem in saved["problems"]:
        del problem["places"], problem["groups"], problem["times"]
    read = read_plan(json.dumps(saved).encode())
    assert [problem.places for problem in read.problems] == [()]
