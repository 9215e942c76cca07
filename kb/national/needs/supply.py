"""What there is for a problem area: methods by the grade of their evidence, experts and the hours they have free."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kb.badge import rate_for_area
from kb.documents import Expert, Guidance
from kb.national.free_hours import count_free_hours
from kb.overview.gaps import WELL_SUPPORTED
from kb.vocabulary import ASSESSED_KINDS, RATINGS, Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """methods : every rating -> methods that are for the area, by their badge for it

    n_experts : that can help with the area; n_told : of these, those whose organisation has said what time they have
    free_hours : of those, of the days ahead; at least 0
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
    told = [expert for expert in helping if expert.availability]
    return Supply(
        methods={rating: met.count(rating) for rating in RATINGS},
        n_experts=len(helping),
        n_told=len(told),
        free_hours=sum(count_free_hours(expert, day) for expert in told),
    )


def _is_method_for(document: Guidance, area: str) -> bool:
    return document.kind in ASSESSED_KINDS and not document.is_advised_against and area in document.primary_areas


def _comes_to(expert: Expert, county: str) -> bool:
    return not county or not expert.counties or county in expert.counties
