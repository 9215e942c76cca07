"""A method that was suggested, or is advised against, for a problem."""

from api.languages import Language
from api.reasons import tell_parts
from api.schemas.matching.reason import ReasonOut, reason_out
from api.schemas.schema import Schema
from kb.documents import Guidance
from kb.matching.match import ProblemMatch
from kb.search.describe import Hit


class RatedOutcomeOut(Schema):
    """The outcome that a rating is of. is_about_problem false: none is near the problem; this is the best rated one."""

    outcome: str
    rating: str
    rated_by: str
    year: int | None
    is_about_problem: bool


class RequirementOut(Schema):
    """What a method asks, in the document's words, with what the municipality said that it lacks of it.

    population: of the municipality, where the text names size; else null
    """

    text: str
    lacks: list[str]
    population: int | None
    population_year: int | None


class MethodOut(Schema):
    """rating: that of `evidence`, the outcome nearest to the problem; null for what is not assessed."""

    slug: str
    title: str
    summary: str
    rating: str | None
    evidence: RatedOutcomeOut | None
    recommendation: str | None
    evidence_summary: str | None
    requires: list[RequirementOut]
    relevance: float
    reason: ReasonOut


def method_out(hit: Hit[Guidance], match: ProblemMatch, language: Language) -> MethodOut:
    """A method of the match in the shape of the API."""
    document = hit.document
    rated = match.methods.ratings.get(document.slug)
    return MethodOut(
        slug=document.slug,
        title=document.title,
        summary=document.summary,
        rating=rated.rating if rated else None,
        evidence=RatedOutcomeOut.model_validate(rated) if rated else None,
        recommendation=document.recommendation,
        evidence_summary=document.evidence_summary,
        requires=[RequirementOut.model_validate(asked) for asked in match.requirements[document.slug]],
        relevance=hit.relevance,
        reason=reason_out(match.reasons.give(hit), tell_parts(hit.parts, language)),
    )
