"""What users have said of answers, and words that had none, erased for their age."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from api.store.learning.tables import Feedback, UnansweredFrom, UnansweredWord

LEARNING_KEPT = timedelta(days=730)
"""24 months from when it was said, or the word was last asked for."""


def erase_old(session: Session, now: datetime) -> int:
    """How many judgements and words were erased. They are of nobody, so that no proof is left."""
    said = delete(Feedback).where(Feedback.at < now - LEARNING_KEPT).returning(Feedback.id)
    words = (
        delete(UnansweredWord).where(UnansweredWord.changed < now - LEARNING_KEPT).returning(UnansweredWord.word_print)
    )
    n_erased = len(session.execute(said).all()) + len(session.execute(words).all())
    session.execute(delete(UnansweredFrom).where(UnansweredFrom.word_print.not_in(select(UnansweredWord.word_print))))
    return n_erased
