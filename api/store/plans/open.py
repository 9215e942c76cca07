"""Saved plans read: one as it is now or was in a version, and its versions."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.plans.errors import PlanChanged, UnknownPlan, UnknownVersion
from api.store.plans.tables import PlanAdoption, PlanDraft, PlanFields, PlanVersion, SavedPlan
from api.store.plans.written_json import load_changes, load_written, take_back
from kb.plans.saved_plan import read_plan
from kb.plans.working.working_plan import WorkingPlan, Written


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPlan:
    """row : what is listed of it; plan : as it is in `version`; adoption : the last decision, None without one"""

    row: SavedPlan
    plan: WorkingPlan
    version: int
    adoption: PlanAdoption | None


def find_row(session: Session, plan_id: str, *, to_write: bool = False) -> SavedPlan:
    """What is listed of the plan; to_write : held until the session ends, so that who else writes it waits.

    Who waited is given it as it is then, also where the session has read it before.

    Raises
    ------
    UnknownPlan : there is none
    """
    row = session.get(SavedPlan, plan_id, with_for_update=to_write, populate_existing=to_write)
    if row is None:
        raise UnknownPlan("there is no such plan, or it is not shared with you; ask who sent you here")
    return row


def check_unchanged(row: SavedPlan, base: int | None) -> None:
    """Return if the plan still has the version that was read, or none is told.

    Raises
    ------
    PlanChanged : it has been written since
    """
    if base not in (None, row.version):
        raise PlanChanged(f"the plan has version {row.version}, {base} was read; read what is new, then send it again")


def open_plan(session: Session, plan_id: str, version: int | None = None) -> OpenPlan:
    """The plan as it is now, or as it was in the version.

    Raises
    ------
    UnknownPlan, UnknownVersion : there is none
    """
    row = find_row(session, plan_id)
    number = row.version if version is None else version
    draft = read_plan(session.get_one(PlanDraft, plan_id).body.encode())
    return OpenPlan(
        row=row,
        plan=WorkingPlan(draft, read_written(session, row, number)),
        version=number,
        adoption=session.scalars(
            select(PlanAdoption).where(PlanAdoption.plan_id == plan_id).order_by(PlanAdoption.version.desc())
        ).first(),
    )


def read_written(session: Session, row: SavedPlan, number: int) -> Written:
    """What was written in the version: what is written now, with the saves since taken back, the last first.

    Raises
    ------
    UnknownVersion : the plan has had no such version
    """
    if not 0 <= number <= row.version:
        raise UnknownVersion(f"the plan has versions 0 to {row.version}; read it again")
    written = load_written(session.get_one(PlanFields, row.id).written)
    for edits in _list_edits_since(session, row.id, number):
        written = take_back(written, load_changes(edits))
    return written


def list_versions(session: Session, plan_id: str, before: int | None = None, most: int = 200) -> Sequence[PlanVersion]:
    """The saves of the plan, the last first. before : those of smaller numbers alone"""
    of_plan = select(PlanVersion).where(PlanVersion.plan_id == plan_id)
    if before is not None:
        of_plan = of_plan.where(PlanVersion.number < before)
    return session.scalars(of_plan.order_by(PlanVersion.number.desc()).limit(most)).all()


def _list_edits_since(session: Session, plan_id: str, number: int) -> Sequence[str]:
    later = select(PlanVersion.edits).where(PlanVersion.plan_id == plan_id, PlanVersion.number > number)
    return session.scalars(later.order_by(PlanVersion.number.desc())).all()
