"""Place, group, time and cause of a problem, in the description's own words."""

from api.schemas.schema import Schema


class QuoteOut(Schema):
    """Characters first <= i < last of the paragraph at position."""

    position: int
    first: int
    last: int
    text: str


class DetailsOut(Schema):
    """Quotes, those told most often first; a list is empty when nothing is told."""

    place: list[QuoteOut]
    group: list[QuoteOut]
    time: list[QuoteOut]
    cause: list[QuoteOut]
