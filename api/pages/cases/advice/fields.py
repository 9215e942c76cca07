"""The form of advice: what was typed in it, read."""

import math
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime

from api.store.cases.advice import Given
from api.store.cases.errors import AdviceRejected
from api.store.cases.tables import Advice
from kb.vocabulary import MEETING_FORMATS

NAMES = (
    "day",
    "hours",
    "form",
    "giver",
    "area",
    "expert_slug",
    "offered",
    "received",
    "expected",
    "achieved",
    "next_step",
)


def read_given(typed: Mapping[str, str]) -> Given:
    """The advice, a number that cannot be read as none.

    Raises
    ------
    AdviceRejected : day or form cannot be read
    """
    day, form = _read_day(typed["day"]), next((form for form in MEETING_FORMATS if form == typed["form"]), None)
    if day is None or form is None:
        faults = {"day": "fault_day"} if day is None else {}
        faults |= {"form": "advice_fault_form"} if form is None else {}
        raise AdviceRejected(faults, f"{' and '.join(faults)}: not to be read; give a day and a form")
    return Given(
        day=day,
        hours=_read_hours(typed["hours"]),
        form=form,
        giver=typed["giver"],
        area=typed["area"],
        offered=typed["offered"],
        received=typed["received"],
        expected=typed["expected"],
        achieved=typed["achieved"],
        next_step=typed["next_step"],
        expert_slug=typed["expert_slug"] or None,
    )


def type_advice(row: Advice) -> dict[str, str]:
    """What the form of the advice shows, before anybody has typed in it."""
    shown = {name: getattr(row, name) or "" for name in NAMES}
    return {**shown, "day": row.day.isoformat(), "hours": f"{row.hours:g}".replace(".", ",")}


def read_base(text: str) -> datetime | None:
    """When what the form was made of was written; None where it does not tell."""
    with suppress(ValueError):
        return datetime.fromisoformat(text)
    return None


def _read_hours(text: str) -> float:
    """The hours, 0 for what is no number: the check of the advice tells of both."""
    with suppress(ValueError):
        hours = float(text.strip().replace(",", "."))
        return hours if math.isfinite(hours) else 0.0
    return 0.0


def _read_day(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text.strip())
    return None
