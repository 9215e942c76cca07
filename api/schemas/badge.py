"""The evidence that counts for a problem, as the badge shows it."""

from api.languages import Language, load_strings
from api.method_words import tell_effect
from api.schemas.schema import Schema
from kb.badge import Badge


class BasisOut(Schema):
    """What an effect rests on. design: the weightiest kind of study; studies: how many, null when not told."""

    design: str
    studies: int | None
    described: str | None
    countries: list[str]
    independence: str


class OtherOutcomeOut(Schema):
    """is_harm: the outcome goes the wrong way."""

    outcome: str
    outcome_en: str | None
    rating: str
    wanted: str
    effect: str
    certainty: str
    is_harm: bool
    year: int | None


class BadgeOut(Schema):
    """The outcome that a rating is of. is_about_problem false: none speaks for the problem; this is the main one.

    rating: the service's own grade, of effect and certainty. wanted: which way the outcome should go; is_harm: it
    goes the other. told: effect and certainty in words of the answer's language. others: the document's other outcomes
    """

    outcome: str
    outcome_en: str | None
    rating: str
    wanted: str
    effect: str
    certainty: str
    is_harm: bool
    told: str
    basis: BasisOut
    year: int | None
    is_about_problem: bool
    others: list[OtherOutcomeOut]


def badge_out(badge: Badge, language: Language) -> BadgeOut:
    """A badge in the shape of the API, told in the language."""
    t = load_strings(language)
    told = f"{tell_effect(badge, t)} · {t['harm']}" if badge.is_harm else tell_effect(badge, t)
    return BadgeOut(
        outcome=badge.outcome,
        outcome_en=badge.outcome_en,
        rating=badge.rating,
        wanted=badge.wanted,
        effect=badge.effect,
        certainty=badge.certainty,
        is_harm=badge.is_harm,
        told=told,
        basis=BasisOut.model_validate(badge.basis),
        year=badge.year,
        is_about_problem=badge.is_about_problem,
        others=[OtherOutcomeOut.model_validate(other) for other in badge.others],
    )
