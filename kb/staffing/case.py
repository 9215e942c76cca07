"""A municipality's case, as it is handed in for an allocation."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A request for support: a text, or problem areas by slug, never both.

    municipality : name or code; first, last : the period, as `choose_period` takes it
    hours : what each problem takes, above 0; priority : a whole number, at least 1: the match counts this many times
    floor : the least match that the case may be given, in [0, 1]; not_experts : slugs of those that it may not have
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
