"""Plans begun and written, a version for each save that changes something."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from api.store.base import new_id
from api.store.plans.errors import PlanAdopted
from api.store.plans.needs import note_areas
from api.store.plans.open import check_unchanged, find_row, read_written
from api.store.plans.tables import PlanDraft, PlanFields, PlanVersion, SavedPlan
from api.store.plans.written_json import dump, list_changes
from kb.plans.plan import Plan
from kb.plans.saved_plan import read_plan, write_json
from kb.plans.working.edit import list_edits, write_fields, write_over
from kb.plans.working.fields import is_followed_up
from kb.plans.working.merge import Conflict, Merged, merge
from kb.plans.working.working_plan import WorkingPlan, Written, begin_plan


@dataclass(frozen=True, slots=True)
class Saved:
    """version : after the save; conflicts : fields that somebody else wrote meanwhile, which were not written

    others : path -> what others have written since the version that was read
    """

    version: int
    conflicts: tuple[Conflict, ...]
    others: Mapping[str, str]


def create_plan(session: Session, plan: WorkingPlan, municipality_code: str, by: str, now: datetime) -> str:
    """The id of the plan, now saved as a draft."""
    plan_id = new_id()
    add_plan(session, plan_id, plan, municipality_code, by, now)
    return plan_id


def add_plan(session: Session, plan_id: str, plan: WorkingPlan, municipality_code: str, by: str, now: datetime) -> None:
    """Save the plan as a draft under that id."""
    row = SavedPlan(
        id=plan_id,
        municipality_code=municipality_code,
        title=name_plan(plan),
        state="draft",
        advisors="none",
        version=0,
        created=now,
        created_by=by,
        changed=now,
        changed_by=by,
    )
    session.add(row)
    session.flush()  # the rows below refer to it
    session.add(PlanDraft(plan_id=plan_id, body=write_json(plan.draft).decode()))
    session.add(PlanFields(plan_id=plan_id, written=dump(plan.written)))
    note_areas(session, row, plan, now)


def save_fields(session: Session, plan_id: str, base: int, edits: Mapping[str, str], by: str, now: datetime) -> Saved:
    """The plan with the fields written by somebody who had its version `base` before them.

    What others have written since stands; a field that they wrote and these edits write otherwise is a conflict.

    Raises
    ------
    UnknownPlan, UnknownVersion : there is none
    EditRejected : a path that the plan does not have, or a text that cannot stand in its field; nothing is written
    PlanAdopted : the plan is adopted, and a field is none of those that are followed up
    """
    row = find_row(session, plan_id, to_write=True)
    draft = read_plan(session.get_one(PlanDraft, plan_id).body.encode())
    current = read_written(session, row, row.version)
    before = current if base == row.version else read_written(session, row, base)
    merged = _merge(draft, before, current, edits)
    if _keep(session, row, current, merged.written, by, now):
        row.title = name_plan(WorkingPlan(draft, merged.written))
        note_areas(session, row, WorkingPlan(draft, merged.written), now)
    return Saved(row.version, merged.conflicts, list_edits(before, current))


def restore_version(
    session: Session, plan_id: str, number: int, by: str, now: datetime, base: int | None = None
) -> int:
    """The version that has the fields of an earlier one again. base : the version that was read, None not to ask

    Raises
    ------
    UnknownPlan, UnknownVersion : there is none
    PlanAdopted : the plan is adopted
    PlanChanged : the plan was written since it was read
    """
    row = find_row(session, plan_id, to_write=True)
    check_unchanged(row, base)
    written = read_written(session, row, number)
    if _keep(session, row, read_written(session, row, row.version), written, by, now):
        note_areas(
            session, row, WorkingPlan(read_plan(session.get_one(PlanDraft, plan_id).body.encode()), written), now
        )
    return row.version


def name_plan(plan: WorkingPlan) -> str:
    """What the plan is listed under: its title, or its problems."""
    problems = (plan.written.get(f"problems/{n}/title", p.title) for n, p in enumerate(plan.draft.problems, 1))
    return plan.written.get("title") or ", ".join(problems) or plan.draft.municipality or "–"


def _merge(draft: Plan, before: Written, current: Written, edits: Mapping[str, str]) -> Merged:
    tidy = write_fields(begin_plan(draft), edits).written
    mine = write_over(before, {path: tidy.get(path, "") for path in edits})
    return merge(before, current, mine)


def _keep(session: Session, row: SavedPlan, before: Written, after: Written, by: str, now: datetime) -> bool:
    """Whether there was a change, which is then a version."""
    changes = list_changes(before, after)
    if not changes:
        return False
    if row.state == "adopted" and not all(map(is_followed_up, changes)):
        raise PlanAdopted("the plan is adopted: only status, notes and values are written; revise it to write the rest")
    row.version += 1
    row.changed, row.changed_by = now, by
    session.get_one(PlanFields, row.id).written = dump(after)
    edits = dump(changes)
    session.add(PlanVersion(plan_id=row.id, number=row.version, edits=edits, n_edits=len(changes), at=now, by=by))
    return True
