"""An expert who can help with what was searched for."""

from api.languages import Language
from api.reasons import tell_support
from api.schemas.matching.reason import ReasonOut, reason_out
from api.schemas.schema import Schema
from kb.matching.search_helpers import SearchHelper


class SearchExpert(Schema):
    """Who can help, and why; match in [0, 1]. Contacts are never shown, only the organisation's way in.

    counties: codes of those that the expert works in; none: the whole country
    demo: made up, for demonstration
    """

    slug: str
    name: str
    organisation: str
    summary: str
    counties: list[str]
    way_in: str
    match: float
    demo: bool
    reason: ReasonOut


def search_expert_out(helper: SearchHelper, language: Language) -> SearchExpert:
    """A helper in the shape of the API; language : of the reason in words."""
    expert, support = helper.match.hit.document, helper.match.support
    return SearchExpert(
        slug=expert.slug,
        name=expert.name,
        organisation=expert.organisation,
        summary=expert.summary,
        counties=list(expert.counties),
        way_in=expert.way_in,
        match=support.match,
        demo=expert.demo,
        reason=reason_out(helper.reason, tell_support(support, helper.titles, language)),
    )
