"""A case that is being made: its row, and all that belongs to it, with what is done in it told as events."""

from dataclasses import dataclass, field
from datetime import datetime

from api.demonstration.chance import Chance
from api.store.base import Base
from api.store.cases.events import CaseEventKind
from api.store.cases.tables import Case, CaseEvent


@dataclass(slots=True)
class MadeCase:
    """rows : of other tables, in the order in which they are to be added; areas : the main one first"""

    case: Case
    areas: list[str]
    chance: Chance
    rows: list[Base] = field(default_factory=list)

    def tell(self, at: datetime, by: str, what: CaseEventKind, note: str | None = None) -> None:
        """Have it stand in the history of the case."""
        event = CaseEvent(id=self.chance.make_id(), case_id=self.case.id, at=at, by=by, what=what, note=note)
        self.rows.append(event)
        self.case.changed = max(self.case.changed, at)
