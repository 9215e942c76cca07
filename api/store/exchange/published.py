"""Published accounts of practice, found by words, method, problem area and county."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from api.store.exchange.errors import UnknownPractice
from api.store.exchange.tables import PracticeWord, PublishedPractice
from api.store.exchange.texts import MAX_QUERY_STEMS, list_stems

PAGE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedPractice:
    """words : as typed; county : its two digits; empty for all"""

    words: str = ""
    method: str = ""
    area: str = ""
    county: str = ""


@dataclass(frozen=True, slots=True)
class ListedPractice:
    """n : how many there are in all; rows : those of the page"""

    n: int
    rows: Sequence[PublishedPractice]


def list_published(session: Session, wanted: WantedPractice, page: int = 1) -> ListedPractice:
    """What is published of what is wanted, a page of it, from 1: most of the words first, then the newest.

    Words that say nothing by themselves are not asked for; of several at least half must be there.
    """
    stems = list_stems([wanted.words])[:MAX_QUERY_STEMS]
    rows, n_found = _select(stems)
    for column, value in ((PublishedPractice.method, wanted.method), (PublishedPractice.area, wanted.area)):
        if value:
            rows = rows.where(column == value)
    if wanted.county:
        rows = rows.where(func.substr(PublishedPractice.municipality_code, 1, 2) == wanted.county)
    n = session.scalar(select(func.count()).select_from(rows.subquery())) or 0
    order = [PublishedPractice.published.desc(), PublishedPractice.id]
    ordered = rows.order_by(*([n_found.desc()] if n_found is not None else []), *order)
    return ListedPractice(n, session.scalars(ordered.offset((page - 1) * PAGE).limit(PAGE)).all())


def find_published(session: Session, practice_id: str) -> PublishedPractice:
    """The published account.

    Raises
    ------
    UnknownPractice : there is none, or it has been withdrawn
    """
    row = session.get(PublishedPractice, practice_id)
    if row is None:
        raise UnknownPractice("there is no such account of practice, or it was withdrawn; open /erfarenheter")
    return row


def _select(stems: Sequence[str]) -> tuple[Select[PublishedPractice], ColumnElement[int] | None]:
    """All where no stem is asked for, else those with at least half of them, and how many each has."""
    if not stems:
        return select(PublishedPractice), None
    found = (
        select(PracticeWord.practice_id, func.count().label("n"))
        .where(PracticeWord.stem.in_(stems))
        .group_by(PracticeWord.practice_id)
        .having(func.count() * 2 >= len(stems))
        .subquery()
    )
    return select(PublishedPractice).join(found, found.c.practice_id == PublishedPractice.id), found.c.n
