"""How often answers may be judged from one network address."""

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from api.store.accounts import ATTEMPTS_WITHIN, SignInAttempt
from api.store.base import new_id
from api.store.encrypted_text import vault_of
from api.store.learning.errors import TooMuchFeedback

MOST_PER_NETWORK = 60
"""Within ATTEMPTS_WITHIN: six pages of hits. A whole town hall may come from one network address."""
_PURPOSE = "feedback by network"


def count_feedback(session: Session, network: str, now: datetime) -> None:
    """Count one more from the network address, of which a print is kept for a quarter of an hour.

    Raises
    ------
    TooMuchFeedback : there has been too much; this one is not counted, so that waiting helps
    """
    session.execute(delete(SignInAttempt).where(SignInAttempt.at <= now - ATTEMPTS_WITHIN))
    prints = vault_of(session).prints_of(_PURPOSE, network)
    counted = select(func.count()).select_from(SignInAttempt).where(SignInAttempt.who_print.in_(prints))
    if (session.scalar(counted) or 0) >= MOST_PER_NETWORK:
        raise TooMuchFeedback("answers have been judged too often from here; wait 15 minutes")
    session.add(SignInAttempt(id=new_id(), who_print=prints[0], at=now))
