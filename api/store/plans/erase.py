"""Plans erased, asked for or because nobody has written them for long, with the proof of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.store.plans.open import check_unchanged, find_row
from api.store.plans.tables import (
    ErasedWhy,
    PlanAdoption,
    PlanComment,
    PlanErasure,
    PlanLink,
    PlanVersion,
    SavedPlan,
)

DRAFTS_KEPT = timedelta(days=730)
"""24 months from the last save; a plan that has been adopted is kept until somebody asks."""


def erase_plan(
    session: Session, plan_id: str, by: str, now: datetime, why: ErasedWhy = "asked", base: int | None = None
) -> PlanErasure:
    """The proof that the plan was erased, with all that belongs to it. base : the version read, None not to ask

    Raises
    ------
    UnknownPlan : there is none
    PlanChanged : somebody has written the plan since it was read
    """
    row = find_row(session, plan_id, to_write=True)
    check_unchanged(row, base)
    proof = PlanErasure(
        plan_id=plan_id,
        municipality_code=row.municipality_code,
        why=why,
        at=now,
        by=by,
        n_versions=_count(session, PlanVersion, plan_id),
        n_comments=_count(session, PlanComment, plan_id),
        n_links=_count(session, PlanLink, plan_id),
    )
    session.add(proof)
    session.delete(row)
    return proof


def erase_stale(session: Session, now: datetime) -> Sequence[str]:
    """The ids of the drafts that were erased: unwritten for DRAFTS_KEPT and never adopted."""
    adopted = select(PlanAdoption.plan_id)
    stale = select(SavedPlan.id).where(SavedPlan.changed < now - DRAFTS_KEPT, SavedPlan.id.not_in(adopted))
    ids = session.scalars(stale).all()
    for plan_id in ids:
        erase_plan(session, plan_id, "", now, "retention")
    return ids


def find_erasure(session: Session, plan_id: str) -> PlanErasure | None:
    """The proof that the plan was erased, None where it was not."""
    return session.get(PlanErasure, plan_id)


def list_erasures(session: Session, municipality_code: str) -> Sequence[PlanErasure]:
    """The proofs of the municipality, the last first."""
    of_town = select(PlanErasure).where(PlanErasure.municipality_code == municipality_code)
    return session.scalars(of_town.order_by(PlanErasure.at.desc())).all()


def _count(session: Session, table: type[PlanVersion] | type[PlanComment] | type[PlanLink], plan_id: str) -> int:
    return session.scalar(select(func.count()).select_from(table).where(table.plan_id == plan_id)) or 0
