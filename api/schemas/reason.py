"""Why something was suggested."""

from api.schemas.schema import Schema
from kb.matching.reasons import Reason


class ReasonOut(Schema):
    """Why: the description's words beside the document's."""

    description_passage: str
    document_heading: str
    document_passage: str
    shared_terms: list[str]
    parts: dict[str, float]


def reason_out(reason: Reason) -> ReasonOut:
    """A reason in the shape of the API."""
    return ReasonOut(
        description_passage=reason.description_passage,
        document_heading=reason.document_passage.heading,
        document_passage=reason.document_passage.text,
        shared_terms=list(reason.shared_terms),
        parts=dict(reason.parts),
    )
