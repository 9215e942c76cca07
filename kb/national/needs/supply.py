"""What there is for a problem area: methods by the grade of their evidence, experts and the hours they have free."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kb.badge import rate_for_area
from kb.booking.capacity import capacity_of, list_left
from kb.booking.months import end_of_month, split_by_month
from kb.documents import Expert, Guidance, Period
from kb.overview.gaps import WELL_SUPPORTED
from kb.vocabulary import ASSESSED_KINDS, RATINGS, Rating

MONTHS_AHEAD = 3
"""Calendar months whose free hours are counted, the one that has begun by what is left of its days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """methods : every rating -> methods that are for the area, by their badge for it

    n_experts : that can help with the area; n_told : of these, those whose organisation has said what time they have
    free_hours : of those, in the months ahead; at least 0
    """

    methods: Mapping[Rating, int]
    n_experts: int
    n_told: int
    free_hours: float

    @property
    def n_methods(self) -> int:
        return sum(self.methods.values())

    @property
    def n_well_supported(self) -> int:
        return sum(self.methods[rating] for rating in WELL_SUPPORTED)


def find_supply(
    area: str, guidance: Iterable[Guidance], experts: Iterable[Expert], day: date, county: str = ""
) -> Supply:
    """What there is for the area. county : its code, for experts that come there; empty for the whole country"""
    met = [rate_for_area(document, area) or "oklar" for document in guidance if _is_method_for(document, area)]
    helping = [
        expert
        for expert in experts
        if area in expert.problem_areas and expert.is_published(day) and _comes_to(expert, county)
    ]
    ahead = list_months_ahead(day)
    told = [expert for expert in helping if expert.availability]
    return Supply(
        methods={rating: met.count(rating) for rating in RATINGS},
        n_experts=len(helping),
        n_told=len(told),
        free_hours=sum(count_free_hours(expert, ahead) for expert in told),
    )


def list_months_ahead(day: date) -> Period:
    """From the day to the end of the last month that is counted.

    >>> list_months_ahead(date(2026, 11, 22)).last
    datetime.date(2027, 1, 31)
    """
    last = day
    for _ in range(MONTHS_AHEAD - 1):
        last = date.fromordinal(end_of_month(last).toordinal() + 1)
    return Period(day, end_of_month(last))


def count_free_hours(expert: Expert, ahead: Period) -> float:
    """Hours that nobody has booked, of the days ahead; 0 for an expert whose organisation has said nothing."""
    if not expert.availability:
        return 0.0
    months = list_left(capacity_of(expert.availability), expert.booked, ahead)
    shares = [_share(part) for part in split_by_month(ahead)]
    return sum(month.left * share for month, share in zip(months, shares, strict=True))


def _share(part: Period) -> float:
    """How much of its month the part is."""
    last = end_of_month(part.first)
    return ((part.last - part.first).days + 1) / last.day


def _is_method_for(document: Guidance, area: str) -> bool:
    return document.kind in ASSESSED_KINDS and not document.is_advised_against and area in document.primary_areas


def _comes_to(expert: Expert, county: str) -> bool:
    return not county or not expert.counties or county in expert.counties
