"""Which problem areas a plan is about, kept in the open so that they can be counted without opening a text."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import exists, func, select, update
from sqlalchemy.orm import Session

from api.store.plans.open import open_plan
from api.store.plans.tables import PlanAdoption, PlanNeed, SavedPlan
from kb.plans.working.working_plan import WorkingPlan

NONE = ""
"""Stands for the area of a plan without any, so that it is not opened once more to see that."""


def list_areas(plan: WorkingPlan) -> set[str]:
    """The areas of the problems that are not dropped; those of the municipality's own have none."""
    named = enumerate(plan.draft.problems, 1)
    return {problem.area for n, problem in named if plan.written.get(f"problems/{n}/decision") != "dropped"}


def note_areas(session: Session, row: SavedPlan, plan: WorkingPlan, now: datetime) -> None:
    """Keep which areas the plan is about now. One that is new in a plan that is told of already is told now."""
    wanted = list_areas(plan) or {NONE}
    there = {need.area: need for need in session.scalars(select(PlanNeed).where(PlanNeed.plan_id == row.id))}
    for area, need in there.items():
        if area not in wanted:
            session.delete(need)
    told = now if is_told(row) else None
    session.add_all(PlanNeed(plan_id=row.id, area=area, told=told) for area in sorted(wanted - there.keys()))


def is_told(row: SavedPlan) -> bool:
    """Whether the plan is told of outside the municipality: shared with advisors, or adopted."""
    return row.state == "adopted" or row.advisors != "none"


def tell_needs(session: Session, row: SavedPlan, now: datetime) -> None:
    """Note that the plan is told of from now on, where it is and was not before."""
    if is_told(row):
        untold = update(PlanNeed).where(PlanNeed.plan_id == row.id, PlanNeed.told.is_(None))
        session.execute(untold.values(told=now))


def fill_in(session: Session) -> Collection[str]:
    """The ids of the plans whose areas were noted now: those saved before areas were noted."""
    missing = select(SavedPlan).where(~exists().where(PlanNeed.plan_id == SavedPlan.id))
    plans = session.scalars(missing).all()
    for row in plans:
        adopted = session.scalar(select(func.min(PlanAdoption.at)).where(PlanAdoption.plan_id == row.id))
        note_areas(session, row, open_plan(session, row.id).plan, adopted or row.changed)
    return [row.id for row in plans]
