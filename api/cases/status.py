"""Where a case stands, for who asks: who has it, what happens next, and when an answer is due."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from api.store.cases.tables import Case

StatusKey = Literal["new", "late", "waiting", "waiting_taken", "running", "done", "declined", "merged"]
STATUS_KEYS: tuple[StatusKey, ...] = get_args(StatusKey)


@dataclass(frozen=True, slots=True)
class CaseStatus:
    """key : of its words, `case_now_` before it; due : when an answer is, or was, to be there; None when none is"""

    key: StatusKey
    due: date | None


def tell_status(case: Case, today: date) -> CaseStatus:
    """Where the case stands on the day."""
    match case.state:
        case "new":
            return CaseStatus("late" if case.answer_by < today else "new", case.answer_by)
        case "waiting":
            return CaseStatus("waiting_taken" if case.advisor_id else "waiting", case.answer_by)
        case ended:
            return CaseStatus(ended, None)
