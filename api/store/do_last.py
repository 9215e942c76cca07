"""What is done at the end of a session, when all that it changes is changed, and is kept or taken back with it."""

from collections.abc import Callable

from sqlalchemy import event
from sqlalchemy.orm import Session

_LAST = "done before the session is kept"


def do_last(session: Session, do: Callable[[], None]) -> None:
    """Have it done just before the session is kept; not where it is taken back."""
    session.info.setdefault(_LAST, []).append(do)
    event.listen(session, "before_commit", _do_all)


def _do_all(session: Session) -> None:
    """The end of a savepoint is told as a commit too, and is not the end of the session."""
    if not session.in_nested_transaction():
        for do in session.info.pop(_LAST, []):
            do()
