"""That something of what is told of experts was changed by this process, so that it is read anew at once.

Other processes read it anew within half a minute.
"""

from sqlalchemy import event
from sqlalchemy.orm import Session


class _Counted:
    n = 0


_NOTED = "what is told of experts is changed"


def note_change(session: Session) -> None:
    """Count one more change once the session is kept; a session that is taken back counts none."""
    session.info[_NOTED] = True
    event.listen(session, "after_commit", _count)


def count_changes() -> int:
    """How many there have been in this process."""
    return _Counted.n


def _count(session: Session) -> None:
    """The end of a savepoint is told as a commit too, and nobody else sees yet what was done within it."""
    if not session.in_nested_transaction() and session.info.pop(_NOTED, False):
        _Counted.n += 1
