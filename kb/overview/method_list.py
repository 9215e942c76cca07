"""The methods that have given properties, for listing whole: what a cell of a map counts is what its list shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kb.badge import Badge, find_badge, rate_for_area
from kb.documents import Guidance
from kb.vocabulary import (
    ASSESSED_KINDS,
    EFFECTS,
    RATINGS,
    Approach,
    Effect,
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
    """Each best evidence for the area first, then by title.

    area : slug of the one that is asked for; None: the main outcomes are rated
    primary : methods that are for the area, all of them when no area is asked for
    secondary : methods for something else that may help there too
    advised_against : of either tag; never counted as a method to have
    """

    area: str | None
    primary: tuple[Guidance, ...]
    secondary: tuple[Guidance, ...]
    advised_against: tuple[Guidance, ...]

    @property
    def best(self) -> Rating | None:
        """The best rating of a primary method, None without one."""
        return next(iter(self.ratings), None)

    def rate(self, document: Guidance) -> Rating | None:
        """The rating on the badge of one of the methods in this list."""
        return rate_for_area(document, self.area)

    @property
    def ratings(self) -> Mapping[Rating, int]:
        """rating -> primary methods that have it, best rating first; no zeros.

        One that is not assessed for the area counts as oklar: nothing is known of it there.
        """
        met = [self.rate(d) or "oklar" for d in self.primary]
        return {rating: met.count(rating) for rating in RATINGS if rating in met}

    @property
    def effects(self) -> Mapping[Effect, int]:
        """effect -> primary methods that have it on the outcome of their badge, in the order of the list; no zeros."""
        met = [_effect(find_badge(d, self.area)) for d in self.primary]
        return {effect: met.count(effect) for effect in EFFECTS if effect in met}


def list_methods(guidance: Iterable[Guidance], query: MethodQuery) -> MethodList:
    """The methods that have all the properties; gaps, law and process steps are no methods."""

    def place(document: Guidance) -> tuple[int, str]:
        return place_of_rating(rate_for_area(document, query.area)), document.title.casefold()

    found = sorted((d for d in guidance if d.kind in ASSESSED_KINDS and _has(d, query)), key=place)
    usable = [d for d in found if not d.is_advised_against]
    return MethodList(
        query.area,
        tuple(d for d in usable if query.area is None or query.area in d.primary_areas),
        tuple(d for d in usable if query.area in d.secondary_areas),
        tuple(d for d in found if d.is_advised_against),
    )


def _effect(badge: Badge | None) -> Effect:
    """What is not assessed for the area is not known there."""
    return badge.effect if badge and badge.is_about_problem else "inte känt"


def _has(document: Guidance, query: MethodQuery) -> bool:
    return (
        (query.area is None or query.area in (*document.primary_areas, *document.secondary_areas))
        and query.approach in (None, document.approach)
        and query.level in (None, document.prevention_level)
        and (query.target_group is None or query.target_group in document.target_groups)
    )
