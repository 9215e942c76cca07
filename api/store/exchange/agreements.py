"""Municipalities that have agreed to be asked about the problem areas of a plan: given, taken back, found by others."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from api.store.audit import record
from api.store.exchange.errors import AgreementRejected
from api.store.exchange.tables import PURPOSE, Agreement
from api.store.plans.needs import NONE, list_areas
from api.store.plans.open import find_row, open_plan
from api.store.plans.tables import PlanNeed, SavedPlan

MOST = 200


def list_plan_areas(session: Session, plan_id: str) -> list[str]:
    """The problem areas of the plan that there may be an agreement on, by slug."""
    return sorted(list_areas(open_plan(session, plan_id).plan) - {NONE})


def give_agreement(
    session: Session, plan_id: str, areas: Collection[str], contact: str, by: str, now: datetime
) -> Sequence[Agreement]:
    """The agreement on those areas of the plan, in the place of the one before.

    Raises
    ------
    AgreementRejected : no area is named, or one that the plan has no problem of
    """
    row = find_row(session, plan_id, to_write=True)
    known = list_plan_areas(session, plan_id)
    if not areas or set(areas) - set(known):
        raise AgreementRejected(
            f"areas: choose among the problem areas of the plan: {', '.join(known) or 'it has none'}"
        )
    session.execute(delete(Agreement).where(Agreement.plan_id == plan_id))
    code = row.municipality_code
    given = [
        Agreement(
            plan_id=plan_id,
            area=area,
            municipality_code=code,
            purpose=PURPOSE,
            contact=contact,
            given=now.date(),
            given_by=by,
        )
        for area in sorted(set(areas))
    ]
    session.add_all(given)
    record(session, now, by, "agreement.given", plan_id)
    return given


def withdraw_agreement(session: Session, plan_id: str, by: str, now: datetime) -> None:
    """Take the agreement of the plan back: nothing is left of it but that it was done."""
    session.execute(delete(Agreement).where(Agreement.plan_id == plan_id))
    record(session, now, by, "agreement.withdrawn", plan_id)


def list_of_plan(session: Session, plan_id: str) -> Sequence[Agreement]:
    """What is agreed for the plan, by area."""
    return session.scalars(select(Agreement).where(Agreement.plan_id == plan_id).order_by(Agreement.area)).all()


def list_others(session: Session, own_code: str, areas: Collection[str] | None = None) -> Sequence[Agreement]:
    """Agreements of other municipalities, those of a few areas where they are told; by area, the newest first.

    One whose problem is in its plan no longer is left out.
    """
    still = exists().where(PlanNeed.plan_id == Agreement.plan_id, PlanNeed.area == Agreement.area)
    wanted = select(Agreement).where(still, Agreement.municipality_code != own_code)
    if areas is not None:
        wanted = wanted.where(Agreement.area.in_(areas))
    ordered = wanted.order_by(Agreement.area, Agreement.given.desc(), Agreement.municipality_code, Agreement.plan_id)
    return session.scalars(ordered.limit(MOST)).all()


def list_own_areas(session: Session, municipality_code: str) -> list[str]:
    """The problem areas of the municipality's plans."""
    of_town = select(PlanNeed.area).join(SavedPlan, SavedPlan.id == PlanNeed.plan_id)
    found = of_town.where(SavedPlan.municipality_code == municipality_code, PlanNeed.area != NONE).distinct()
    return sorted(session.scalars(found))
