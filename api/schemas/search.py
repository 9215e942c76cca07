"""What a search finds."""

from api.schemas.filtered_out import FilteredOut
from api.schemas.schema import Schema
from kb.documents import Guidance
from kb.matching.match import CLARIFYING_QUESTIONS
from kb.search.answer import SearchResult
from kb.search.describe import Hit

MAX_QUERY_CHARS = 2_000


class PassageOut(Schema):
    """A passage that matched; highlights are character spans [first, last) of text."""

    heading: str
    anchor: str
    text: str
    score: float
    highlights: list[tuple[int, int]]


class GuidanceHit(Schema):
    """A guidance document that matched; relevance in [0, 1], parts are log-odds."""

    slug: str
    title: str
    summary: str
    kind: str
    rating: str | None
    recommendation: str | None
    statutory: bool
    relevance: float
    parts: dict[str, float]
    passages: list[PassageOut]


class TopicOut(Schema):
    slug: str
    title: str
    relevance: float


class SearchOut(Schema):
    """What a search found. answered is false when nothing fits well enough; then hits is empty and questions help.

    suggestion: the query as the index would spell it ("Menade du ...").
    phrases, left_out: how quotation marks and -word were read; missing_phrases: the phrases that no document has.
    filtered_out: where filters leave no hit of an answer, which to lift and what there would be; else null.
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
    snapshot: str


def search_out(query: str, result: SearchResult[Guidance]) -> SearchOut:
    """A search result in the shape of the API."""
    return SearchOut(
        query=query,
        answered=result.is_answered,
        n_hits=result.n_hits,
        hits=[_guidance_hit(hit) for hit in result.hits],
        advised_against=[_guidance_hit(hit) for hit in result.advised_against],
        facets={name: dict(values) for name, values in result.facets.items()},
        topics=[TopicOut.model_validate(area) for area in result.topics],
        questions=[] if result.is_answered else list(CLARIFYING_QUESTIONS),
        suggestion=result.suggestion,
        phrases=list(result.signs.phrases),
        left_out=list(result.signs.left_out),
        missing_phrases=list(result.missing_phrases),
        filtered_out=FilteredOut.model_validate(result.filtered_out) if result.filtered_out else None,
        snapshot=result.snapshot_id,
    )


def _guidance_hit(hit: Hit[Guidance]) -> GuidanceHit:
    document = hit.document
    return GuidanceHit(
        slug=document.slug,
        title=document.title,
        summary=document.summary,
        kind=document.kind,
        rating=document.rating,
        recommendation=document.recommendation,
        statutory=document.statutory,
        relevance=hit.relevance,
        parts=dict(hit.parts),
        passages=[PassageOut.model_validate(passage) for passage in hit.passages],
    )
