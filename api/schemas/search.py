"""What a search finds."""

from collections.abc import Sequence

from api.languages import Language
from api.schemas.badge import BadgeOut, badge_out
from api.schemas.filtered_out import FilteredOut
from api.schemas.schema import Schema
from api.schemas.search_expert import SearchExpert, search_expert_out
from api.schemas.topic import TopicOut
from api.schemas.urgent import HelpLineOut, urgent_out
from kb.badge import find_badge
from kb.documents import Guidance
from kb.matching.match import CLARIFYING_QUESTIONS
from kb.matching.search_helpers import SearchHelper
from kb.search.answer import SearchResult
from kb.search.describe import Hit
from kb.search.facets import Filters
from kb.search.one_area import find_area

MAX_QUERY_CHARS = 2_000


class PassageOut(Schema):
    """A passage that matched; highlights are character spans [first, last) of text."""

    heading: str
    anchor: str
    text: str
    score: float
    highlights: list[tuple[int, int]]


class GuidanceHit(Schema):
    """A guidance document that matched; relevance in [0, 1], parts are log-odds.

    rating: for the problem area where the search has one, else of the main outcome; evidence: what it is of
    """

    slug: str
    title: str
    title_en: str | None
    summary: str
    summary_en: str | None
    kind: str
    rating: str | None
    evidence: BadgeOut | None
    recommendation: str | None
    statutory: bool
    relevance: float
    parts: dict[str, float]
    passages: list[PassageOut]


class SearchOut(Schema):
    """What a search found. answered is false when nothing fits well enough; then hits is empty and questions help.

    suggestion: the query as the index would spell it ("Menade du ...").
    phrases, left_out: how quotation marks and -word were read; missing_phrases: the phrases that no document has.
    filtered_out: where filters leave no hit of an answer, which to lift and what there would be; else null.
    experts: at most three who can help with what was searched for, best first, the same whatever the filters.
    urgent: where to turn when the query tells of somebody in danger, 112 first; show it before all else.
    """

    query: str
    answered: bool
    n_hits: int
    hits: list[GuidanceHit]
    advised_against: list[GuidanceHit]
    facets: dict[str, dict[str, int]]
    topics: list[TopicOut]
    questions: list[str]
    suggestion: str | None
    phrases: list[str]
    left_out: list[str]
    missing_phrases: list[str]
    filtered_out: FilteredOut | None
    experts: list[SearchExpert]
    urgent: list[HelpLineOut]
    snapshot: str


def search_out(
    query: str,
    result: SearchResult[Guidance],
    filters: Filters,
    helpers: Sequence[SearchHelper] = (),
    language: Language = "sv",
) -> SearchOut:
    """A search result in the shape of the API; filters : those of the search; language : of reasons in words."""
    area = find_area(filters)
    return SearchOut(
        query=query,
        answered=result.is_answered,
        n_hits=result.n_hits,
        hits=[_guidance_hit(hit, area, language) for hit in result.hits],
        advised_against=[_guidance_hit(hit, area, language) for hit in result.advised_against],
        facets={name: dict(values) for name, values in result.facets.items()},
        topics=[TopicOut.model_validate(area) for area in result.topics],
        questions=[] if result.is_answered else list(CLARIFYING_QUESTIONS),
        suggestion=result.suggestion,
        phrases=list(result.signs.phrases),
        left_out=list(result.signs.left_out),
        missing_phrases=list(result.missing_phrases),
        filtered_out=FilteredOut.model_validate(result.filtered_out) if result.filtered_out else None,
        experts=[search_expert_out(helper, language) for helper in helpers],
        urgent=urgent_out(result.urgent, language),
        snapshot=result.snapshot_id,
    )


def _guidance_hit(hit: Hit[Guidance], area: str | None, language: Language) -> GuidanceHit:
    document = hit.document
    badge = find_badge(document, area)
    return GuidanceHit(
        slug=document.slug,
        title=document.title,
        title_en=document.title_en,
        summary=document.summary,
        summary_en=document.summary_en,
        kind=document.kind,
        rating=badge.problem_rating if badge else None,
        evidence=badge_out(badge, language) if badge else None,
        recommendation=document.recommendation,
        statutory=document.statutory,
        relevance=hit.relevance,
        parts=dict(hit.parts),
        passages=[PassageOut.model_validate(passage) for passage in hit.passages],
    )
