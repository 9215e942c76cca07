"""A follow-up as it is shown: who answered sees the answer, an advisor what was written to it."""

from dataclasses import dataclass
from datetime import date, datetime

from api.cases.opened import CaseAsker
from api.store.cases.tables import AdviceFollowUp, Used


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenFollowUp:
    """may_answer : its day has come, nobody has answered, and it is the asker's to"""

    months: int
    due: date
    sent: datetime | None
    answered: datetime | None
    used: Used | None = None
    helped: int | None = None
    quality: int | None = None
    text: str | None = None
    may_answer: bool = False


def see_follow_up(row: AdviceFollowUp, asker: CaseAsker) -> SeenFollowUp:
    """The follow-up for an account that may read the case; points are shown to advisors as numbers of many alone."""
    is_own = asker.right == "ask"
    return SeenFollowUp(
        months=row.months,
        due=row.due,
        sent=row.sent,
        answered=row.answered,
        used=row.used if is_own else None,
        helped=row.helped if is_own else None,
        quality=row.quality if is_own else None,
        text=row.text if asker.right != "answer" else None,
        may_answer=is_own and row.answered is None and row.due <= asker.now.date(),
    )
