"""A municipality's case, as it is handed in for an allocation."""

from dataclasses import dataclass
from datetime import date

from kb.vocabulary import MeetingFormat, SupportLanguage


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A request for support: a text, or problem areas by slug, never both.

    municipality : name or code; first, last : the period, as `choose_period` takes it
    hours : what each problem takes, above 0; priority : a whole number, at least 1: the match counts this many times
    floor : the least match that the case may be given, in [0, 1]; not_experts : slugs of those that it may not have
    form, language : what the support is to be given in; None: it does not matter
    words : what the municipality writes of each problem area, in their order; empty where it writes nothing of it
    """

    id: str
    municipality: str | None
    text: str | None
    problem_areas: tuple[str, ...]
    first: date | None
    last: date | None
    hours: float
    priority: int
    floor: float
    not_experts: tuple[str, ...]
    form: MeetingFormat | None = None
    language: SupportLanguage | None = None
    words: tuple[str, ...] = ()
