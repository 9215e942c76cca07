"""How well what a municipality asks about is covered: by methods of known effect, and by experts with time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kb.badge import find_badge
from kb.documents import Expert, Guidance
from kb.national.free_hours import count_free_hours
from kb.national.priority.criteria import Criterion
from kb.national.priority.told import Told, average, exactly, within
from kb.vocabulary import ASSESSED_KINDS, CERTAINTIES, Certainty

ENOUGH_HOURS = 16.0
"""Free hours for a problem area that cover it."""
STEP = 1 / len(CERTAINTIES)
GAIN = ("minskar mycket", "minskar")


@dataclass(frozen=True, slots=True)
class AreaCoverage:
    """certainty : of the surest method that gives the wanted effect, None without any; n_methods : that give it

    hours : free, of experts who have said what time they have; n_unknown : experts who have not
    """

    certainty: Certainty | None
    n_methods: int
    hours: float
    n_unknown: int


@dataclass(frozen=True, slots=True)
class Supply:
    """gains : area -> how sure each method is that gives the wanted effect; free : slug -> hours that nobody has booked

    experts : those who are published, as they are today
    """

    gains: Mapping[str, Sequence[Certainty]]
    experts: Sequence[Expert]
    free: Mapping[str, float]

    def cover(self, area: str, county: str) -> AreaCoverage:
        """What there is for the area in the county."""
        there = [expert for expert in self.experts if _is_for(expert, area, county)]
        gains = self.gains.get(area, ())
        return AreaCoverage(
            min(gains, key=CERTAINTIES.index, default=None),
            len(gains),
            sum(self.free[expert.slug] for expert in there),
            sum(expert.availability is None for expert in there),
        )


def find_supply(guidance: Iterable[Guidance], experts: Iterable[Expert], today: date) -> Supply:
    """What there is for all areas. experts : with what is booked of them"""
    gains: dict[str, list[Certainty]] = defaultdict(list)
    for document in guidance:
        for area in dict.fromkeys((*document.primary_areas, *document.secondary_areas)):
            if certainty := _find_gain(document, area):
                gains[area].append(certainty)
    published = [expert for expert in experts if expert.is_published(today)]
    return Supply(gains, published, {expert.slug: count_free_hours(expert, today) for expert in published})


def rate_coverage(covered: Sequence[AreaCoverage]) -> Mapping[Criterion, Told]:
    """The mean over the areas; missing where nothing is asked about."""
    return {"methods": average([*map(_rate_methods, covered)]), "experts": average([*map(_rate_experts, covered)])}


def _find_gain(document: Guidance, area: str) -> Certainty | None:
    """How sure it is that the method gives the wanted effect for the area; None where it does not."""
    if document.kind not in ASSESSED_KINDS or document.is_advised_against:
        return None
    badge = find_badge(document, area)
    if badge is None or not badge.is_about_problem:
        return None
    gains = badge.effect == "ökar" if badge.wanted == "ökar" else badge.effect in GAIN
    return badge.certainty if gains else None


def _is_for(expert: Expert, area: str, county: str) -> bool:
    return area in expert.problem_areas and (not expert.counties or county in expert.counties)


def _rate_methods(covered: AreaCoverage) -> Told:
    """A step of the scale for each word of certainty, half a step unsure either way; no method is 0."""
    if covered.certainty is None:
        return exactly(0.0)
    rated = 1.0 - STEP * CERTAINTIES.index(covered.certainty)
    return Told(rated - STEP / 2, rated, min(1.0, rated + STEP / 2))


def _rate_experts(covered: AreaCoverage) -> Told:
    """The free hours that are told; who has told nothing may have any."""
    told = min(covered.hours / ENOUGH_HOURS, 1.0)
    return within(told, 1.0) if covered.n_unknown else exactly(told)
