"""A saved plan with one of all that belongs to one: versions, a comment, links."""

from dataclasses import dataclass
from datetime import timedelta

from api.store.base import new_id
from api.store.database import Database
from api.store.plans.comments import add_comment
from api.store.plans.links import NewLink, make_link
from api.store.plans.save import create_plan, save_fields
from api.store.plans.tables import LinkFor
from kb.plans.working.working_plan import begin_plan
from tests.api.store.plans.saved import ANNA, TOWN
from tests.fakes.moments import NOON
from tests.kb.plans.small_plan import PLAN
from tests.kb.plans.working.small_work import MEASURE, OWN, PROBLEM

N_VERSIONS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class WholePlan:
    id: str
    comment_id: str
    reader: NewLink
    writer: NewLink
    calendar: NewLink

    @property
    def names(self) -> dict[str, str]:
        """What stands in addresses of the plan; a part is its comment unless another is asked for."""
        token = self.reader.token
        return {"plan_id": self.id, "part_id": self.comment_id, "number": "1", "token": token}


def save_whole_plan(database: Database, text: str = "Torget", town: str = TOWN) -> WholePlan:
    """The small plan, with the text in every field that a person writes."""
    edits = {
        "title": text,
        "summary": text,
        **{f"{PROBLEM}/{name}": text for name in ("title", "cause", "goal", "goal_number", "note")},
        **{f"{MEASURE}/{name}": text for name in ("text", "responsible", "source", "note")},
        f"{MEASURE}/decision": "chosen",
        f"{OWN}/title": text,
        f"{PROBLEM}/indicators/own-0001/title": text,
    }
    comment_id = new_id()
    with database.session() as session:
        plan_id = create_plan(session, begin_plan(PLAN), town, ANNA, NOON)
        for base, written in enumerate((edits, {f"{MEASURE}/cost": "1000"}, {f"{MEASURE}/end": "2027-03-31"})):
            save_fields(session, plan_id, base, written, ANNA, NOON)
        add_comment(session, comment_id, plan_id, MEASURE, text, ANNA, NOON)
        uses: tuple[LinkFor, ...] = ("read", "write", "calendar")
        week = timedelta(days=7)
        links = [make_link(session, plan_id, used_for, text, week, ANNA, NOON) for used_for in uses]
    return WholePlan(id=plan_id, comment_id=comment_id, reader=links[0], writer=links[1], calendar=links[2])
