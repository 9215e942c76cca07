"""A plan is saved as JSON and read again, also one of an older program."""

import json

import pytest

from kb.errors import PlanDamaged
from kb.plans.decode_json import MAX_BYTES
from kb.plans.saved_plan import MAX_PROBLEMS, read_plan, write_json
from tests.kb.plans.small_plan import PLAN, WORKED, with_problem


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


def test_a_plan_of_format_1_is_read_and_does_not_tell_what_was_offered() -> None:
    saved = {**json.loads(write_json(PLAN)), "format_version": 1}
    for problem in saved["problems"]:
        del problem["offered"]
    read = read_plan(json.dumps(saved).encode())
    assert [problem.offered for problem in read.problems] == [None]


def test_a_plan_of_format_2_is_read_without_effects_and_work_plans() -> None:
    saved = {**json.loads(write_json(PLAN)), "format_version": 2}
    new = ("effect", "certainty", "basis", "wanted", "outcome_en", "steps", "measured", "price_year", "cost_searched")
    for measure in saved["problems"][0]["measures"]:
        for name in (*new, "time_to_start"):
            del measure[name]
        for source in measure["sources"]:
            del source["kind"], source["paid_by"]
    (measure,) = read_plan(json.dumps(saved).encode()).problems[0].measures
    assert (measure.effect, measure.steps, measure.indicators) == (None, (), ("Antal kvällar", "Andel trygga"))


def test_a_work_plan_is_read_as_it_was_written() -> None:
    plan = with_problem(measures=(WORKED,))
    assert read_plan(write_json(plan)) == plan


@pytest.mark.parametrize("version", [1, 2])
def test_times_of_older_formats_were_made_up_and_are_not_read(version: int) -> None:
    saved = {**json.loads(write_json(PLAN)), "format_version": version}
    for problem in saved["problems"]:
        for expert in problem["experts"]:
            expert["free"] = [["2027-03-01", "2027-03-31"]]
            expert["availability_invented"] = True
    read = read_plan(json.dumps(saved).encode())
    assert {expert.free for problem in read.problems for expert in problem.experts} == {()}


@pytest.mark.parametrize("value", [r"\ud800", r"\udc00x", r"\u0000", r"\u001b", r"\b", r"\uffff", "\x01"])
def test_a_sign_that_is_no_text_is_refused_without_what_stands_beside_it(value: str) -> None:
    raw = json.dumps({**json.loads(write_json(PLAN)), "municipality": "HEMLIG"}).replace("HEMLIG", f"HEMLIG{value}")
    with pytest.raises(PlanDamaged) as refused:
        read_plan(raw.encode())
    assert "byte" in str(refused.value)
    assert "HEMLIG" not in str(refused.value)


def test_a_surrogate_that_stands_by_itself_in_the_bytes_is_refused() -> None:
    raw = json.dumps({**json.loads(write_json(PLAN)), "municipality": "XX"}).encode().replace(b"XX", b"\xed\xa0\x80")
    with pytest.raises(PlanDamaged, match="UTF-8"):
        read_plan(raw)


@pytest.mark.parametrize("municipality", ["a\tb\r\nc", r"C:\fil\u0000"])
def test_tabs_lines_and_a_backslash_that_is_text_are_read(municipality: str) -> None:
    saved = {**json.loads(write_json(PLAN)), "municipality": municipality}
    assert read_plan(json.dumps(saved).encode()).municipality == municipality


def test_a_plan_that_is_nested_a_hundred_thousand_deep_is_refused() -> None:
    with pytest.raises(PlanDamaged, match="nested too deep"):
        read_plan(b'{"x":' * 100_000 + b"1" + b"}" * 100_000)


def test_a_plan_that_is_larger_than_any_is_refused() -> None:
    with pytest.raises(PlanDamaged, match=str(MAX_BYTES)):
        read_plan(b" " * (MAX_BYTES + 1))
    saved = json.loads(write_json(PLAN))
    with pytest.raises(PlanDamaged, match=f"{MAX_PROBLEMS + 1} problems"):
        read_plan(json.dumps({**saved, "problems": saved["problems"][:1] * (MAX_PROBLEMS + 1)}).encode())
