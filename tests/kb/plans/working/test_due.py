"""What is reminded of: soon, and once more when it is late."""

from datetime import date, timedelta

from kb.plans.working.due import list_due
from tests.kb.plans.working.small_work import INDICATOR, MEASURE, read_with

END = date(2027, 3, 31)
CHOSEN = {f"{MEASURE}/decision": "chosen", f"{MEASURE}/end": str(END)}


def _due(edits: dict[str, str], today: date) -> list[tuple[str, str]]:
    return [(due.reminder.key, due.stage) for due in list_due(read_with(edits), today)]


def test_a_measure_is_due_from_a_week_before_its_end_and_late_after_it() -> None:
    ahead = {days: _due(CHOSEN, END - timedelta(days=days)) for days in (8, 7, 0, -1)}
    assert ahead == {8: [], 7: [("end", "soon")], 0: [("end", "soon")], -1: [("end", "late")]}


def test_what_is_done_or_stopped_is_not() -> None:
    for status in ("done", "stopped"):
        assert _due({**CHOSEN, f"{MEASURE}/status": status}, END) == []


def test_a_first_measuring_is_due_until_something_is_measured() -> None:
    first = {f"{INDICATOR}/decision": "chosen", f"{INDICATOR}/first": "2027-01-10"}
    assert _due(first, date(2027, 1, 3)) == [("measure", "soon")]
    assert _due({**first, f"{INDICATOR}/value-2027-01-09": "7"}, date(2027, 1, 11)) == []


def test_the_follow_up_is_due_two_months_before() -> None:
    assert _due({"follow_up": "2027-11-22"}, date(2027, 9, 22)) == []
    assert _due({"follow_up": "2027-11-22"}, date(2027, 9, 23)) == [("follow_up", "soon")]


def test_what_is_moved_to_another_day_is_another_and_its_name_tells_nothing_that_was_written() -> None:
    told = [
        list_due(read_with({**CHOSEN, f"{MEASURE}/end": end, f"{MEASURE}/responsible": "Chefen"}), date(2027, 4, 1))[0]
        for end in ("2027-03-30", "2027-03-31")
    ]
    assert told[0].what != told[1].what
    assert "Chefen" not in told[0].what
