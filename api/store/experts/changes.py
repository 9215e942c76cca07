"""That something of what is told of experts was changed by this process, so that it is read anew at once.

Other processes read it anew within half a minute.
"""

from sqlalchemy import event
from sqlalchemy.orm import Session


class _Counted:
    n = 0


def note_change(session: Session) -> None:
    """Count one more change once the session is kept; a session that is taken back counts none."""
    event.listen(session, "after_commit", _count, once=True)


def count_changes() -> int:
    """How many there have been in this process."""
    return _Counted.n


def _count(_: Session) -> None:
    _Counted.n += 1
