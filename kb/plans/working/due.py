"""What somebody should be reminded of today: what is soon, and what is late."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from kb.plans.working.action_plan import ActionPlan
from kb.plans.working.reminders import Reminder, ReminderKey, list_reminders

Stage = Literal["soon", "late"]
AHEAD: Mapping[ReminderKey, timedelta] = {
    "follow_up": timedelta(days=60),
    "end": timedelta(days=7),
    "measure": timedelta(days=7),
}
"""What is reminded of, and how long before its day. A follow-up takes weeks to make ready for a decision."""


@dataclass(frozen=True, slots=True)
class Due:
    reminder: Reminder
    stage: Stage

    @property
    def what(self) -> str:
        """What tells it from every other of its plan: moved to another day it is another. Nothing that was written."""
        return f"{self.reminder.key} {self.reminder.path} {self.reminder.day} {self.stage}"


def list_due(plan: ActionPlan, today: date) -> tuple[Due, ...]:
    """What is due, earliest first: once its day is near, and once more when the day has passed."""
    near = (told for told in list_reminders(plan) if told.key in AHEAD and told.day - AHEAD[told.key] <= today)
    return tuple(Due(told, "late" if told.day < today else "soon") for told in near)
