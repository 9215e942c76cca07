"""Work that is none of the demonstration, which it never mixes with; and what an earlier demonstration left."""

from sqlalchemy import delete, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from api.demonstration.chance import MARK
from api.store.accounts import Account
from api.store.cases.tables import Case
from api.store.experts.tables import ExpertConsent
from api.store.plans.tables import SavedPlan
from api.store.quality.tables import QualityGroup
from kb.errors import KbError

KEPT: tuple[type[Account | Case | SavedPlan | ExpertConsent | QualityGroup], ...] = (
    Case,
    SavedPlan,
    Account,
    ExpertConsent,
    QualityGroup,
)
"""Whose rows bear the mark; what belongs to one goes with it."""


class RealWork(KbError):
    """The database holds something that somebody needs."""


def check_no_real_work(session: Session) -> None:
    """Return if all accounts, plans and cases are of the demonstration.

    Raises
    ------
    RealWork : some are not; nothing has been changed
    """
    counted = {"accounts": _count(session, Account.id), "plans": _count(session, SavedPlan.id)}
    counted["cases"] = _count(session, Case.id)
    if any(counted.values()):
        told = ", ".join(f"{n} {what}" for what, n in counted.items())
        raise RealWork(
            f"the database holds real work ({told}) and was left as it is;"
            " set KB_STATE to a new folder or KB_DATABASE_URL to an empty database, then fill that"
        )


def take_away_demonstration(session: Session) -> None:
    """Take away all that an earlier demonstration made."""
    for table in KEPT:
        session.execute(delete(table).where(table.id.startswith(MARK)))


def _count(session: Session, column: InstrumentedAttribute[str]) -> int:
    return session.scalar(select(func.count()).where(column.not_like(f"{MARK}%"))) or 0
