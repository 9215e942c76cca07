"""Who did what to which thing, and when. Never a text, a name or an address."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, Session, mapped_column

from api.store.base import Base, Id, new_id
from api.store.instant import Instant

BY_COMMAND = "command"
"""Who did what was done with `kb`, by whoever runs the service."""


class AuditEntry(Base):
    """who : an account's id or BY_COMMAND, no foreign key, for it stays when the account is deleted

    action : as "account.invited"; thing : the id of what it was done to
    """

    __tablename__ = "audit"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant, index=True)
    who: Mapped[str] = mapped_column(Id, index=True)
    action: Mapped[str] = mapped_column(String(60))
    thing: Mapped[str] = mapped_column(Id, index=True)


def record(session: Session, now: datetime, who: str, action: str, thing: str) -> None:
    """Write down what is done in the session; it is kept if that is."""
    session.add(AuditEntry(id=new_id(), at=now, who=who, action=action, thing=thing))
