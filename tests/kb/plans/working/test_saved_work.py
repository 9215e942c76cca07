"""A plan that is worked on is taken home as JSON and opened from it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import PlanDamaged
from kb.plans.saved_plan import write_json
from kb.plans.working.saved_work import read_working_plan, write_working_plan
from tests.kb.plans.small_plan import PLAN
from tests.kb.plans.working.small_work import BEGUN, INDICATOR, MEASURE, OWN, work_with

TEXTS = st.text(max_size=40)
EDITS = st.fixed_dictionaries(
    {},
    optional={
        "title": TEXTS,
        "summary": TEXTS,
        f"{MEASURE}/responsible": TEXTS,
        f"{MEASURE}/cost": st.integers(0, 10**9).map(str),
        f"{MEASURE}/decision": st.sampled_from(["chosen", "dropped", ""]),
        f"{OWN}/title": TEXTS,
        f"{INDICATOR}/value-2027-03-31": st.decimals(-1000, 1000, places=2).map(str),
    },
)


@given(EDITS)
def test_a_plan_is_the_same_after_being_taken_home_and_opened(edits: dict[str, str]) -> None:
    plan = work_with(edits)
    assert read_working_plan(write_working_plan(plan)) == plan


def test_a_draft_that_was_taken_home_before_there_was_an_editor_is_begun() -> None:
    assert read_working_plan(write_json(PLAN)) == BEGUN


def _saved(**changed: object) -> bytes:
    return json.dumps({**json.loads(write_working_plan(BEGUN)), **changed}).encode()


def test_what_is_written_where_it_cannot_stand_is_refused_without_being_repeated() -> None:
    with pytest.raises(PlanDamaged, match="no whole kronor") as refused:
        read_working_plan(_saved(written={f"{MEASURE}/cost": "HEMLIGT"}))
    assert "HEMLIGT" not in str(refused.value)


@pytest.mark.parametrize("raw", [b"", b"[]", b"{}", b'{"working_version": 1}', _saved(working_version=2)])
def test_what_is_no_plan_is_refused(raw: bytes) -> None:
    with pytest.raises(PlanDamaged):
        read_working_plan(raw)


def test_the_draft_of_another_format_is_refused() -> None:
    with pytest.raises(PlanDamaged, match="format 99"):
        read_working_plan(_saved(draft={**json.loads(write_json(PLAN)), "format_version": 99}))
