"""What is new in the guidance: documents by their day of review, what has changed in them, and what is withdrawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from kb.documents import Guidance
from kb.snapshot.generations import Generation

MAX_NEWS = 50
NewsKind = Literal["new", "now advised against", "new evidence", "reviewed", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """day : of the review, or for what is withdrawn of the first snapshot without it.

    id : the same as long as the news is the same, whichever snapshots are kept
    before, after : the rating, for new evidence
    """

    id: str
    kind: NewsKind
    document: Guidance
    day: date
    before: str = ""
    after: str = ""


def gather_news(current: Generation, earlier: Sequence[Generation], most: int = MAX_NEWS) -> list[News]:
    """The newest news first, of one day by title; earlier : generations, newest first."""
    found = [_tell(document, earlier) for document in current.guidance.values()]
    found += _withdrawn(current, earlier)
    return sorted(found, key=lambda news: (-news.day.toordinal(), news.document.title))[:most]


def _tell(document: Guidance, earlier: Sequence[Generation]) -> News:
    """The review of a document, beside the newest generation that had another one of it, or none."""
    versions = (generation.guidance.get(document.slug) for generation in earlier)
    others = [version for version in versions if version is None or version.reviewed != document.reviewed]
    news_id = f"{document.slug}/{document.reviewed}"
    if not others:
        return News(id=news_id, kind="reviewed", document=document, day=document.reviewed)
    before = others[0]
    if before is None:
        return News(id=news_id, kind="new", document=document, day=document.reviewed)
    if document.is_advised_against and not before.is_advised_against:
        return News(id=news_id, kind="now advised against", document=document, day=document.reviewed)
    if before.rating != document.rating:
        return News(
            id=news_id,
            kind="new evidence",
            document=document,
            day=document.reviewed,
            before=before.rating or "",
            after=document.rating or "",
        )
    return News(id=news_id, kind="reviewed", document=document, day=document.reviewed)


def _withdrawn(current: Generation, earlier: Sequence[Generation]) -> Iterator[News]:
    for newer, older in pairwise((current, *earlier)):
        for slug in older.guidance.keys() - newer.guidance.keys() - current.guidance.keys():
            day = newer.created.date()
            yield News(id=f"{slug}/withdrawn/{day}", kind="withdrawn", document=older.guidance[slug], day=day)
