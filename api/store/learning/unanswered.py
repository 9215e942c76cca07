"""Words of queries without an answer, counted: as prints, until enough municipalities have asked for one."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from api.store.encrypted_text import vault_of
from api.store.learning.tables import UnansweredFrom, UnansweredWord

N_TOWNS = 5
"""Municipalities that must have asked for a word before it is written in the open."""
N_LISTED = 200
_WORD, _TOWN = "unanswered word", "unanswered town"


def count_words(session: Session, words: Iterable[str], municipality_code: str, now: datetime) -> None:
    """Count the words of one query that somebody of the municipality asked; each word once."""
    vault = vault_of(session)
    prints = {word: vault.prints_of(_WORD, word) for word in words}
    for word in sorted(prints, key=lambda word: prints[word][0]):  # two that count at once lock in the same order
        row = _find_or_make(session, prints[word], now)
        row.n_queries += 1
        row.changed = now
        if row.word is None:
            _note_town(session, row, word, municipality_code)


def list_words(session: Session) -> Sequence[UnansweredWord]:
    """The N_LISTED words that were asked for most, of those that N_TOWNS municipalities have asked for."""
    known = select(UnansweredWord).where(UnansweredWord.word.is_not(None))
    return session.scalars(known.order_by(UnansweredWord.n_queries.desc(), UnansweredWord.word).limit(N_LISTED)).all()


def reprint_words(session: Session) -> None:
    """Have known words found by the first key. Other prints say nothing once their key has left: they begin anew."""
    known = session.scalars(select(UnansweredWord).where(UnansweredWord.word.is_not(None))).all()
    for row in known:
        row.word_print = vault_of(session).print_of(_WORD, row.word or "")
    session.execute(delete(UnansweredWord).where(UnansweredWord.word.is_(None)))
    session.execute(delete(UnansweredFrom))


def _find_or_make(session: Session, prints: Sequence[str], now: datetime) -> UnansweredWord:
    wanted = select(UnansweredWord).where(UnansweredWord.word_print.in_(prints)).with_for_update()
    if row := session.scalar(wanted):
        return row
    try:
        with session.begin_nested():
            row = UnansweredWord(word_print=prints[0], word=None, n_queries=0, changed=now)
            session.add(row)
    except IntegrityError:  # another query has the same word at this moment
        return session.scalars(wanted).one()
    return row


def _note_town(session: Session, row: UnansweredWord, word: str, municipality_code: str) -> None:
    """Remember the municipality by a print of its own for the word, until there are enough of them."""
    town_prints = vault_of(session).prints_of(_TOWN, f"{word}\0{municipality_code}")
    of_word = UnansweredFrom.word_print == row.word_print
    noted = select(UnansweredFrom.town_print).where(of_word, UnansweredFrom.town_print.in_(town_prints))
    if session.scalar(noted) is None:
        session.add(UnansweredFrom(word_print=row.word_print, town_print=town_prints[0]))
        session.flush()
    n_towns = session.scalar(select(func.count()).select_from(UnansweredFrom).where(of_word)) or 0
    if n_towns >= N_TOWNS:
        row.word = word
        session.execute(delete(UnansweredFrom).where(of_word))
