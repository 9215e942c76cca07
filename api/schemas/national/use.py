"""How often the service is used, in the API."""

from datetime import date

from api.schemas.schema import Schema
from api.store.national.use_figures import Counts, KeyMonth, UseMonth


class KeyUseOut(Schema):
    """A month of a widget's key; null where it is not shown: under five, or what has an answer would be."""

    month: date
    searches: int | None
    unanswered: int | None


class CountsOut(Schema):
    """shown: name -> count; others: all that is not shown together, null where there is none."""

    shown: dict[str, int]
    others: int | None


class UseOut(Schema):
    """read: guidance; unanswered: searches that nothing fits, by problem area (empty: of none) and by day.

    unmatched: problems of descriptions for which there is no method, by problem area.
    """

    months: list[date]
    month: date | None
    searches: int | None
    matches: int | None
    read: CountsOut
    unanswered: CountsOut
    unanswered_days: CountsOut
    unmatched: CountsOut


def key_use_out(months: list[KeyMonth]) -> list[KeyUseOut]:
    return [KeyUseOut(month=one.month, searches=one.searches, unanswered=one.unanswered) for one in months]


def use_out(use: UseMonth) -> UseOut:
    return UseOut(
        months=list(use.months),
        month=use.month,
        searches=use.searches,
        matches=use.matches,
        read=_counts_out(use.read),
        unanswered=_counts_out(use.unanswered),
        unanswered_days=_counts_out(use.unanswered_days),
        unmatched=_counts_out(use.unmatched),
    )


def _counts_out(counts: Counts) -> CountsOut:
    return CountsOut(shown=dict(counts.shown), others=counts.others)
