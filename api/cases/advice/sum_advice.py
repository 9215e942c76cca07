"""Advice added up: how many times, how many hours, in which forms."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from api.store.cases.tables import Advice
from kb.vocabulary import MEETING_FORMATS, MeetingFormat


@dataclass(frozen=True, slots=True)
class AdviceTotals:
    """n : times; hours : of all together; n_by_form : times in each form that there was"""

    n: int
    hours: float
    n_by_form: Mapping[MeetingFormat, int]


def sum_advice(given: Iterable[Advice]) -> AdviceTotals:
    """The totals, of a case or of whatever was listed."""
    rows = list(given)
    counted = Counter(row.form for row in rows)
    by_form = {form: counted[form] for form in MEETING_FORMATS if counted[form]}
    return AdviceTotals(len(rows), sum(row.hours for row in rows), by_form)
