"""How often a link may be asked for: by one network address, and for one e-mail address."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from api.access.errors import TooManyAttempts
from api.store.accounts import ATTEMPTS_WITHIN, SignInAttempt
from api.store.base import new_id
from api.store.database import Database

MOST_PER_ADDRESS = 5
MOST_PER_NETWORK = 20
"""Within ATTEMPTS_WITHIN. A whole town hall may come from one network address."""


def count_attempt(database: Database, address: str, network: str, now: datetime) -> None:
    """Count one more; the same for an address with an account as for one without.

    Raises
    ------
    TooManyAttempts : there have been too many; this one is not counted, so that waiting helps
    """
    with database.session() as session:
        session.execute(delete(SignInAttempt).where(SignInAttempt.at <= now - ATTEMPTS_WITHIN))
        prints = {
            database.vault.print_of("attempt by address", address): MOST_PER_ADDRESS,
            database.vault.print_of("attempt by network", network): MOST_PER_NETWORK,
        }
        if any(_count(session, who) >= most for who, most in prints.items()):
            raise TooManyAttempts("a link has been asked for too often; wait 15 minutes, or use the last one sent")
        _add(session, prints, now)


def _count(session: Session, who_print: str) -> int:
    counted = select(func.count()).select_from(SignInAttempt).where(SignInAttempt.who_print == who_print)
    return session.scalar(counted) or 0


def _add(session: Session, who_prints: Iterable[str], now: datetime) -> None:
    session.add_all(SignInAttempt(id=new_id(), who_print=who_print, at=now) for who_print in who_prints)
