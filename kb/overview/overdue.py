"""Documents whose review has run out: what they say may no longer be so."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kb.documents import Library

Collection = Literal["guidance", "problem-areas", "experts"]


@dataclass(frozen=True, slots=True)
class Overdue:
    collection: Collection
    slug: str
    title: str
    review_by: date


def find_overdue(library: Library, day: date) -> tuple[Overdue, ...]:
    """What should have been reviewed before the day, longest overdue first; unpublished and made-up experts apart."""
    due = [
        *(Overdue("guidance", d.slug, d.title, d.review_by) for d in library.guidance),
        *(Overdue("problem-areas", d.slug, d.title, d.review_by) for d in library.problem_areas),
        *(
            Overdue("experts", d.slug, f"{d.name}, {d.organisation}", d.review_by)
            for d in library.experts
            if d.is_published(day) and not d.demo
        ),
    ]
    return tuple(sorted((d for d in due if d.review_by < day), key=lambda d: (d.review_by, d.collection, d.slug)))
