"""What was said of answers, and words that nobody asks for any longer, are erased after 24 months."""

from datetime import timedelta

from sqlalchemy import func, select

from api.store.base import Base
from api.store.database import Database
from api.store.learning.erase import LEARNING_KEPT, erase_old
from api.store.learning.tables import Feedback, UnansweredFrom, UnansweredWord
from api.store.learning.unanswered import count_words
from tests.api.store.learning.said import keep_said
from tests.fakes.moments import NOON

LATER = NOON + timedelta(days=1)


def _count(database: Database, table: type[Base]) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_what_is_24_months_old_goes_and_what_is_younger_stays(database: Database) -> None:
    keep_said(database, NOON)
    keep_said(database, LATER)
    with database.session() as session:
        count_words(session, ["torg"], "1490", NOON)
        count_words(session, ["bana"], "1490", LATER)
    with database.session() as session:
        assert erase_old(session, NOON + LEARNING_KEPT) == 0
    with database.session() as session:
        assert erase_old(session, NOON + LEARNING_KEPT + timedelta(seconds=1)) == 2
    assert [_count(database, table) for table in (Feedback, UnansweredWord, UnansweredFrom)] == [1, 1, 1]
