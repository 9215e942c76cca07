"""Made-up plans: saved, written in, some shared with advisors, some adopted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from api.demonstration.areas import PLACES, choose_areas
from api.demonstration.chance import Chance
from api.demonstration.people import People
from api.demonstration.plan_draft import MADE_UP, Drafter
from api.store.plans.adopt import adopt_plan
from api.store.plans.save import add_plan, save_fields
from api.store.plans.tables import AdvisorRight, SavedPlan
from kb.plans.plan import Plan, PlannedProblem
from kb.plans.working.fields import STATUSES
from kb.plans.working.working_plan import begin_plan
from kb.registers import Municipality
from kb.snapshot.snapshot import Snapshot

RIGHTS: dict[AdvisorRight, float] = {"none": 4.0, "read": 4.0, "write": 2.0}
RESPONSIBLE = ("Samordnaren", "Socialchefen", "Rektorn", "Fritidschefen", "Säkerhetschefen")
MOST_DAYS = 60
"""From the first save to what is written, at most, and so many more to the decision."""
ADOPTED, STATES_SIZE = 0.4, 0.6
"""How often a plan is adopted, and a problem has its size told by a number."""


@dataclass(frozen=True, slots=True)
class MadePlan:
    """What cases need to know of a plan. created : on that day it was first saved"""

    id: str
    municipality_code: str
    created: date


@dataclass(frozen=True, slots=True)
class PlanMaker:
    """until : the last day on which something is done"""

    snapshot: Snapshot
    drafter: Drafter
    people: People
    until: date

    def add_plan(self, session: Session, town: Municipality, created: date, chance: Chance) -> MadePlan:
        """Save a plan that the coordinator of the municipality began on that day."""
        areas = choose_areas(self.snapshot, town, chance)
        draft = self.drafter.draft(town, areas, chance.choice(PLACES), created)
        plan_id, by, began = chance.make_id(), self.people.coordinators[town.code], chance.moment_of(created)
        add_plan(session, plan_id, begin_plan(draft), town.code, by, began)
        right = chance.weigh(RIGHTS)
        session.get_one(SavedPlan, plan_id).advisors = right
        written = began + chance.days(1, MOST_DAYS)
        if written.date() <= self.until:
            save_fields(session, plan_id, 0, dict(_write_plan(draft, chance)), by, written)
            self._adopt(session, plan_id, by, written + chance.days(1, MOST_DAYS), chance)
        return MadePlan(plan_id, town.code, created)

    def _adopt(self, session: Session, plan_id: str, by: str, decided: datetime, chance: Chance) -> None:
        if chance.happens(ADOPTED) and decided.date() <= self.until:
            paragraph = f"§ {chance.randint(1, 200)}"
            adopt_plan(session, plan_id, 1, (decided.date(), "Kommunstyrelsen", paragraph), by, decided)


def _write_plan(draft: Plan, chance: Chance) -> Iterator[tuple[str, str]]:
    yield "title", f"Åtgärdsplan {draft.drafted.year}–{draft.drafted.year + 2} {MADE_UP}"
    for number, problem in enumerate(draft.problems, 1):
        yield from _write_problem(f"problems/{number}", problem, draft.drafted, chance)


def _write_problem(path: str, problem: PlannedProblem, day: date, chance: Chance) -> Iterator[tuple[str, str]]:
    yield f"{path}/priority", str(chance.randint(1, 3))
    yield f"{path}/cause", "Få vuxna rör sig på platsen på kvällarna, enligt demonstrationen."
    yield f"{path}/goal", "Färre händelser än året före."
    if chance.happens(STATES_SIZE):
        size = chance.randint(8, 240)
        yield f"{path}/goal_number", "Händelser per år"
        yield f"{path}/baseline", str(size)
        yield f"{path}/target", str(round(size * chance.uniform(0.6, 0.9)))
        yield f"{path}/target_day", str(day + timedelta(days=365))
    for measure in chance.take(problem.measures, chance.randint(1, 2)):
        yield from _write_measure(f"{path}/measures/{measure.slug}", day, chance)


def _write_measure(path: str, day: date, chance: Chance) -> Iterator[tuple[str, str]]:
    start = day + chance.days(30, 120)
    yield f"{path}/decision", "chosen"
    yield f"{path}/responsible", chance.choice(RESPONSIBLE)
    yield f"{path}/start", str(start)
    yield f"{path}/end", str(start + chance.days(90, 400))
    yield f"{path}/cost", str(5_000 * chance.randint(1, 80))
    yield f"{path}/status", chance.choice(STATUSES)
