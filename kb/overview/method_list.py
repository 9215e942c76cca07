"""The methods that have given properties, for listing whole: what a cell of a map counts is what its list shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kb.documents import Guidance
from kb.vocabulary import (
    ASSESSED_KINDS,
    RATINGS,
    Approach,
    PreventionLevel,
    Rating,
    TargetGroup,
    place_of_rating,
)


@dataclass(frozen=True, slots=True)
class MethodQuery:
    """What is asked for; None: anything."""

    area: str | None = None
    approach: Approach | None = None
    level: PreventionLevel | None = None
    target_group: TargetGroup | None = None


@dataclass(frozen=True, slots=True)
class MethodList:
    """Each best evidence first, then by title.

    primary : methods that are for the area, all of them when no area is asked for
    secondary : methods for something else that may help there too
    advised_against : of either tag; never counted as a method to have
    """

    primary: tuple[Guidance, ...]
    secondary: tuple[Guidance, ...]
    advised_against: tuple[Guidance, ...]

    @property
    def best(self) -> Rating | None:
        """The best rating that any outcome of a primary method has, None without one."""
        return min((d.rating for d in self.primary if d.rating), key=RATINGS.index, default=None)

    @property
    def ratings(self) -> Mapping[Rating, int]:
        """rating -> primary methods whose best outcome has it, best rating first; no zeros."""
        met = [d.rating for d in self.primary]
        return {rating: met.count(rating) for rating in RATINGS if rating in met}


def list_methods(guidance: Iterable[Guidance], query: MethodQuery) -> MethodList:
    """The methods that have all the properties; gaps, law and process steps are no methods."""
    found = sorted((d for d in guidance if d.kind in ASSESSED_KINDS and _has(d, query)), key=_place)
    usable = [d for d in found if not d.is_advised_against]
    return MethodList(
        tuple(d for d in usable if query.area is None or query.area in d.primary_areas),
        tuple(d for d in usable if query.area in d.secondary_areas),
        tuple(d for d in found if d.is_advised_against),
    )


def _has(document: Guidance, query: MethodQuery) -> bool:
    return (
        (query.area is None or query.area in (*document.primary_areas, *document.secondary_areas))
        and query.approach in (None, document.approach)
        and query.level in (None, document.prevention_level)
        and (query.target_group is None or query.target_group in document.target_groups)
    )


def _place(document: Guidance) -> tuple[int, str]:
    return place_of_rating(document.rating), document.title.casefold()
