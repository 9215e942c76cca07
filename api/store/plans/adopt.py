"""A decision on a plan, and the plan taken up again after one."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from api.store.plans.errors import AdoptionRejected
from api.store.plans.needs import tell_needs
from api.store.plans.open import check_unchanged, find_row
from api.store.plans.tables import PlanAdoption

MAX_CHARS = 200


def adopt_plan(
    session: Session, plan_id: str, base: int, decision: tuple[date, str, str], by: str, now: datetime
) -> int:
    """The version that is frozen. base : the version that was read; decision : its day, body and paragraph

    Adopted again as it is, it stays adopted as it was.

    Raises
    ------
    UnknownPlan : there is none
    AdoptionRejected : no body is told, or the day is to come
    PlanChanged : somebody has written the plan since it was read
    """
    row = find_row(session, plan_id, to_write=True)
    day, body, paragraph = decision
    if row.state == "adopted":
        return row.version
    check_unchanged(row, base)
    if not body.strip() or len(body) > MAX_CHARS or len(paragraph) > MAX_CHARS:
        raise AdoptionRejected(f"who decided is not told, or has more than {MAX_CHARS} signs; write for example KS")
    if day > now.date():
        raise AdoptionRejected(f"the decision is of {day}, which is to come; write the day on which it was made")
    row.state = "adopted"
    tell_needs(session, row, now)
    session.merge(
        PlanAdoption(
            plan_id=plan_id,
            version=row.version,
            day=day,
            body=body.strip(),
            paragraph=paragraph.strip(),
            at=now,
            by=by,
        )
    )
    return row.version


def revise_plan(session: Session, plan_id: str, base: int | None = None) -> None:
    """Have the plan a draft again; what was adopted stays as it was. base : the version that was read, None not to ask

    Raises
    ------
    UnknownPlan : there is none
    PlanChanged : somebody has written the plan since it was read
    """
    row = find_row(session, plan_id, to_write=True)
    if row.state == "adopted":
        check_unchanged(row, base)
        row.state = "draft"
