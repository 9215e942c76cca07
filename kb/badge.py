"""The evidence badge of a method: the one place that tells it, so that a method has the same wherever it is shown.

Which outcome counts is said by the content (`for_areas`), never guessed from likeness of words, and never the best one.
"""

from dataclasses import dataclass

from kb.documents import Basis, Evidence, Guidance
from kb.grade import is_harm
from kb.vocabulary import Certainty, Effect, Rating, Wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """The outcome that counts for a problem. is_about_problem False: none does, and this is the document's main one.

    others : the document's other outcomes, to be listed beside it, in its order
    """

    outcome: str
    outcome_en: str | None
    rating: Rating
    wanted: Wanted
    effect: Effect
    certainty: Certainty
    basis: Basis
    year: int | None
    is_about_problem: bool
    others: tuple[Evidence, ...]

    @property
    def is_harm(self) -> bool:
        """Whether the outcome goes the wrong way."""
        return is_harm(self.effect, self.wanted)

    @property
    def problem_rating(self) -> Rating | None:
        """The rating for the problem, None where it is not assessed for it."""
        return self.rating if self.is_about_problem else None


def find_badge(document: Guidance, area: str | None) -> Badge | None:
    """The badge for a problem area, None for what is not assessed at all.

    area : slug; None where no problem is told, and the main outcome counts
    """
    counts = find_outcome(document, area)
    if counts is None:
        return None
    return Badge(
        outcome=counts.outcome,
        outcome_en=counts.outcome_en,
        rating=counts.rating,
        wanted=counts.wanted,
        effect=counts.effect,
        certainty=counts.certainty,
        basis=counts.basis,
        year=counts.year,
        is_about_problem=area is None or area in counts.for_areas,
        others=tuple(outcome for outcome in document.evidence if outcome is not counts),
    )


def find_outcome(document: Guidance, area: str | None) -> Evidence | None:
    """The outcome that counts for a problem area: the one that speaks for it, else the main one; None without any."""
    of_area = (outcome for outcome in document.evidence if area in outcome.for_areas)
    return next(of_area, document.main_outcome)


def rate_for_area(document: Guidance, area: str | None) -> Rating | None:
    """The rating on the badge; None for what is not assessed, at all or for the area."""
    badge = find_badge(document, area)
    return badge.problem_rating if badge else None
