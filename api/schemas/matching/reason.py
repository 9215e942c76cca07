"""Why something was suggested."""

from api.schemas.schema import Schema
from kb.matching.reasons import Reason


class ReasonOut(Schema):
    """Why: the description's words beside the document's; parts are log-odds, in words what says most first."""

    description_passage: str
    document_heading: str
    document_passage: str
    shared_terms: list[str]
    parts: dict[str, float]
    parts_in_words: list[str]


def reason_out(reason: Reason, words: list[str]) -> ReasonOut:
    """A reason in the shape of the API; words : its parts in words."""
    return ReasonOut(
        description_passage=reason.description_passage,
        document_heading=reason.document_passage.heading,
        document_passage=reason.document_passage.text,
        shared_terms=list(reason.shared_terms),
        parts=dict(reason.parts),
        parts_in_words=words,
    )
