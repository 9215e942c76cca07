"""Plans that an account is reminded of, and those of which it wants no reminders."""

from dataclasses import dataclass

from sqlalchemy import or_, select

from api.store.plans.tables import PlanAdoption, PlanMute, PlanReminder, PlanVersion, SavedPlan
from api.store.session import Session


@dataclass(frozen=True, slots=True)
class RemindedPlan:
    id: str
    title: str
    is_muted: bool


def list_reminded(session: Session, account_id: str) -> list[RemindedPlan]:
    """The adopted plans that the account has written or been reminded of, by title."""
    muted = set(session.scalars(select(PlanMute.plan_id).where(PlanMute.account_id == account_id)))
    wanted = select(SavedPlan).where(
        SavedPlan.id.in_(select(PlanAdoption.plan_id)),
        or_(
            SavedPlan.id.in_(muted),
            SavedPlan.created_by == account_id,
            SavedPlan.id.in_(select(PlanVersion.plan_id).where(PlanVersion.by == account_id)),
            SavedPlan.id.in_(select(PlanAdoption.plan_id).where(PlanAdoption.by == account_id)),
            SavedPlan.id.in_(select(PlanReminder.plan_id).where(PlanReminder.account_id == account_id)),
        ),
    )
    plans = (RemindedPlan(plan.id, plan.title, plan.id in muted) for plan in session.scalars(wanted))
    return sorted(plans, key=lambda plan: (plan.title.casefold(), plan.id))


def set_muted(session: Session, account_id: str, plan_id: str, *, is_muted: bool) -> None:
    """Send the account no reminders of the plan, or send them again; a plan that it is not reminded of is let be."""
    if plan_id not in {plan.id for plan in list_reminded(session, account_id)}:
        return
    row = session.get(PlanMute, (plan_id, account_id))
    if is_muted and row is None:
        session.add(PlanMute(plan_id=plan_id, account_id=account_id))
    if not is_muted and row is not None:
        session.delete(row)
