"""Follow-ups of made-up cases that are done: sent when they are due, answered or not."""

from datetime import UTC, date, datetime, time

from api.demonstration.made_case import MadeCase
from api.store.cases.follow_up_links import REMINDED_AFTER
from api.store.cases.follow_ups import MONTHS, add_months
from api.store.cases.tables import AdviceFollowUp, Used

ANSWERED = {3: 0.62, 12: 0.45}
USED_AS: dict[Used, float] = {"yes": 5.0, "partly": 4.0, "no": 1.0}
POINTS = {5: 3.0, 4: 4.0, 3: 2.0, 2: 0.7, 1: 0.3}
WITH_TEXT = 0.3


def add_follow_ups(made: MadeCase, until: date) -> None:
    """Those of the case; what is due later waits."""
    closed = made.case.closed or made.case.changed
    for months in MONTHS:
        due = add_months(closed.date(), months)
        row = AdviceFollowUp(case_id=made.case.id, months=months, due=due)
        if due <= until:
            row.sent = datetime.combine(due, time(6), UTC)
            _answer(made, row, until)
        made.rows.append(row)


def _answer(made: MadeCase, row: AdviceFollowUp, until: date) -> None:
    chance, after = made.chance, made.chance.days(1, 25)
    answered = chance.moment_of(row.due + after)
    is_answered = chance.happens(ANSWERED[row.months]) and answered.date() <= until
    reminded = datetime.combine(row.due, time(6), UTC) + REMINDED_AFTER
    if reminded.date() <= until and (not is_answered or answered > reminded):
        row.reminded = reminded
    if is_answered:
        used = chance.weigh(USED_AS)
        row.answered, row.used = answered, used
        row.helped, row.quality = chance.weigh(POINTS), chance.weigh(POINTS)
        row.text = "Rådet hjälpte oss vidare, i demonstrationen." if chance.happens(WITH_TEXT) else None
        made.tell(answered, made.case.created_by, "case.followed_up")
