"""What users have said of an answer, and words that had none. A word is kept in the open only once five municipalities
have asked for it; until then it is a print, of no use without the key."""

from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import Boolean, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from api.store.accounts import Print, words_of
from api.store.base import Base, Id
from api.store.cases.tables import Slug
from api.store.encrypted_text import EncryptedText
from api.store.instant import Instant

FeedbackAbout = Literal["hit", "problem"]
FEEDBACK_ABOUT: tuple[FeedbackAbout, ...] = get_args(FeedbackAbout)
FeedbackState = Literal["new", "taken", "dropped"]
FEEDBACK_STATES: tuple[FeedbackState, ...] = get_args(FeedbackState)
MAX_WORD_CHARS = 60


class Feedback(Base):
    """That a hit or a problem found was right or wrong. slug : of the guidance or the problem area; asked : the masked
    text that it answered, sent by the user with the verdict"""

    __tablename__ = "feedback"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant, index=True)
    about: Mapped[FeedbackAbout] = mapped_column(words_of(*FEEDBACK_ABOUT))
    is_right: Mapped[bool] = mapped_column(Boolean)
    slug: Mapped[str] = mapped_column(Slug, index=True)
    asked: Mapped[str] = mapped_column(EncryptedText)
    reason: Mapped[str | None] = mapped_column(EncryptedText)
    state: Mapped[FeedbackState] = mapped_column(words_of(*FEEDBACK_STATES), index=True)
    reviewed: Mapped[datetime | None] = mapped_column(Instant)
    reviewed_by: Mapped[str | None] = mapped_column(Id)


class UnansweredWord(Base):
    """A word of queries without an answer. word : None until enough municipalities have asked for it"""

    __tablename__ = "unanswered_words"

    word_print: Mapped[str] = mapped_column(Print, primary_key=True)
    word: Mapped[str | None] = mapped_column(String(MAX_WORD_CHARS))
    n_queries: Mapped[int] = mapped_column(Integer)
    changed: Mapped[datetime] = mapped_column(Instant, index=True)


class UnansweredFrom(Base):
    """That somebody in a municipality asked for the word. town_print : of its code together with the word"""

    __tablename__ = "unanswered_from"

    word_print: Mapped[str] = mapped_column(Print, primary_key=True)
    town_print: Mapped[str] = mapped_column(Print, primary_key=True)
