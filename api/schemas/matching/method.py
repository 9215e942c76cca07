"""A method that was suggested, or is advised against, for a problem."""

from api.languages import Language
from api.reasons import tell_parts
from api.schemas.badge import BadgeOut, badge_out
from api.schemas.matching.reason import ReasonOut, reason_out
from api.schemas.schema import Schema
from kb.documents import Guidance
from kb.matching.match import ProblemMatch
from kb.search.describe import Hit


class RequirementOut(Schema):
    """What a method asks, in the document's words, with what the municipality said that it lacks of it.

    population: of the municipality, where the text names size; else null
    """

    text: str
    lacks: list[str]
    population: int | None
    population_year: int | None


class MethodOut(Schema):
    """rating: for the problem; null for what is not assessed, at all or for it, where `evidence` has the main outcome.

    heavy: singles out persons as criminal, or restricts many
    """

    slug: str
    title: str
    title_en: str | None
    summary: str
    summary_en: str | None
    rating: str | None
    evidence: BadgeOut | None
    heavy: bool
    recommendation: str | None
    evidence_summary: str | None
    requires: list[RequirementOut]
    relevance: float
    reason: ReasonOut


def method_out(hit: Hit[Guidance], match: ProblemMatch, language: Language) -> MethodOut:
    """A method of the match in the shape of the API."""
    document = hit.document
    badge = match.methods.badges.get(document.slug)
    return MethodOut(
        slug=document.slug,
        title=document.title,
        title_en=document.title_en,
        summary=document.summary,
        summary_en=document.summary_en,
        rating=badge.problem_rating if badge else None,
        evidence=badge_out(badge, language) if badge else None,
        heavy=document.heavy,
        recommendation=document.recommendation,
        evidence_summary=document.evidence_summary,
        requires=[RequirementOut.model_validate(asked) for asked in match.requirements[document.slug]],
        relevance=hit.relevance,
        reason=reason_out(match.reasons.give(hit), tell_parts(hit.parts, language)),
    )
