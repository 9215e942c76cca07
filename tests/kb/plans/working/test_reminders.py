"""The days of a plan that somebody is reminded of."""

from kb.plans.working.reminders import list_reminders
from tests.kb.plans.small_plan import PLAN
from tests.kb.plans.working.small_work import INDICATOR, MEASURE, PROBLEM, read_with

WORKED = {
    f"{PROBLEM}/target_day": "2027-10-01",
    f"{MEASURE}/decision": "chosen",
    f"{MEASURE}/start": "2027-02-01",
    f"{MEASURE}/end": "2027-06-30",
    f"{MEASURE}/responsible": "Fritidschefen",
    f"{INDICATOR}/decision": "chosen",
    f"{INDICATOR}/first": "2027-01-15",
}


def _told(edits: dict[str, str]) -> list[tuple[str, str]]:
    return [(reminder.key, str(reminder.day)) for reminder in list_reminders(read_with(edits))]


def test_a_plan_that_is_begun_reminds_of_its_follow_up_alone() -> None:
    assert _told({}) == [("follow_up", str(PLAN.follow_up))]


def test_the_days_stand_earliest_first() -> None:
    assert _told(WORKED) == [
        ("measure", "2027-01-15"),
        ("start", "2027-02-01"),
        ("end", "2027-06-30"),
        ("target", "2027-10-01"),
        ("follow_up", str(PLAN.follow_up)),
    ]


def test_nobody_is_reminded_of_what_is_done_or_has_been_measured() -> None:
    done = {**WORKED, f"{MEASURE}/status": "done", f"{INDICATOR}/value-2027-01-14": "7"}
    assert [key for key, _ in _told(done)] == ["target", "follow_up"]
