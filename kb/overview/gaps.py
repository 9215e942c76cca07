"""Where the knowledge base is thin: methods by evidence for each problem area, and experts by area and by county.

What is counted is what a municipality could be offered: a method advised against, or a profile without a basis for
publication on the day, helps nobody and stands apart or is left out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kb.badge import rate_for_area
from kb.documents import Expert, Guidance, Library, ProblemArea
from kb.registers import Municipality
from kb.vocabulary import ASSESSED_KINDS, RATINGS, AreaKind, Rating

MIN_METHODS = 2
MIN_EXPERTS = 2
WELL_SUPPORTED: tuple[Rating, ...] = ("stark", "god")

Shortage = Literal["few_methods", "none_well_supported", "well_supported_secondary_only", "few_experts"]
AREA_KINDS: tuple[AreaKind, ...] = ("problemområde", "stödtema")


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaCoverage:
    """What there is for a problem area.

    primary, secondary : rating -> methods that are for the area, and that may also help; every rating is a key
    n_advised_against, n_gap_documents, n_duties_and_law : documents of either tag that are no methods to suggest
    n_nationwide, n_regional : experts that name the area; counties_without : codes where only nationwide ones reach
    shortages : few_methods and few_experts count primary and secondary, nationwide and regional together
    """

    slug: str
    title: str
    kind: AreaKind
    primary: Mapping[Rating, int]
    secondary: Mapping[Rating, int]
    n_advised_against: int
    n_gap_documents: int
    n_duties_and_law: int
    n_nationwide: int
    n_regional: int
    counties_without: tuple[str, ...]
    shortages: tuple[Shortage, ...]


@dataclass(frozen=True, slots=True)
class CountyCoverage:
    """n_experts : those that name the county; n_areas : problem areas and themes that they cover together."""

    code: str
    name: str
    n_experts: int
    n_areas: int


@dataclass(frozen=True, slots=True)
class Gaps:
    """areas : problem areas first, then support themes, by slug; counties : by code; n_nationwide : experts apart."""

    areas: tuple[AreaCoverage, ...]
    counties: tuple[CountyCoverage, ...]
    n_nationwide: int


def find_gaps(library: Library, municipalities: Iterable[Municipality], day: date) -> Gaps:
    """The coverage of every problem area and county, with the real experts that are published on the day."""
    counties = dict(sorted({town.county_code: town.county_name for town in municipalities}.items()))
    experts = [expert for expert in library.experts if expert.is_published(day) and not expert.demo]
    areas = sorted(library.problem_areas, key=lambda area: (AREA_KINDS.index(area.kind), area.slug))
    return Gaps(
        tuple(_cover_area(area, library.guidance, experts, tuple(counties)) for area in areas),
        tuple(_cover_county(code, name, experts) for code, name in counties.items()),
        sum(not expert.counties for expert in experts),
    )


def _cover_area(
    area: ProblemArea, guidance: Sequence[Guidance], experts: Sequence[Expert], counties: tuple[str, ...]
) -> AreaCoverage:
    primary = [d for d in guidance if area.slug in d.primary_areas]
    secondary = [d for d in guidance if area.slug in d.secondary_areas]
    tagged = [*primary, *secondary]
    of_area = [expert for expert in experts if area.slug in expert.problem_areas]
    reached = {county for expert in of_area for county in expert.counties}
    ratings = _count_ratings(primary, area.slug), _count_ratings(secondary, area.slug)
    return AreaCoverage(
        slug=area.slug,
        title=area.title,
        kind=area.kind,
        primary=ratings[0],
        secondary=ratings[1],
        n_advised_against=sum(d.is_advised_against for d in tagged),
        n_gap_documents=sum(d.kind == "lucka" for d in tagged),
        n_duties_and_law=sum(d.kind in {"process", "juridik"} for d in tagged),
        n_nationwide=sum(not expert.counties for expert in of_area),
        n_regional=sum(bool(expert.counties) for expert in of_area),
        counties_without=tuple(county for county in counties if county not in reached),
        shortages=tuple(_shortages(*ratings, len(of_area))),
    )


def _count_ratings(documents: Sequence[Guidance], area: str) -> dict[Rating, int]:
    """Methods by what they are rated for the area; one that is not assessed for it counts as oklar."""
    methods = [d for d in documents if d.kind in ASSESSED_KINDS and not d.is_advised_against]
    met = [rate_for_area(document, area) or "oklar" for document in methods]
    return {rating: met.count(rating) for rating in RATINGS}


def _shortages(primary: Mapping[Rating, int], secondary: Mapping[Rating, int], n_experts: int) -> Iterator[Shortage]:
    if sum(primary.values()) + sum(secondary.values()) < MIN_METHODS:
        yield "few_methods"
    if not any(primary[rating] or secondary[rating] for rating in WELL_SUPPORTED):
        yield "none_well_supported"
    elif not any(primary[rating] for rating in WELL_SUPPORTED):
        yield "well_supported_secondary_only"
    if n_experts < MIN_EXPERTS:
        yield "few_experts"


def _cover_county(code: str, name: str, experts: Sequence[Expert]) -> CountyCoverage:
    there = [expert for expert in experts if code in expert.counties]
    return CountyCoverage(code, name, len(there), len({slug for expert in there for slug in expert.problem_areas}))
