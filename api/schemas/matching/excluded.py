"""Who may not be asked, and why: for advisors."""

from datetime import date

from pydantic import BaseModel

from api.languages import Language, load_strings
from kb.matching.experts import Constraint, find_excluded
from kb.matching.help_request import HelpRequest
from kb.search.searcher import Searcher


class ExcludedOut(BaseModel):
    """An expert that was left out before ranking: the constraint, and the same in words."""

    slug: str
    name: str
    organisation: str
    constraint: Constraint
    why: str


def list_excluded(request: HelpRequest, today: date, searcher: Searcher, language: Language) -> list[ExcludedOut]:
    """Everyone that a request leaves out, by organisation and name."""
    strings = load_strings(language)
    found = [
        (searcher.snapshot.experts[slug], constraint)
        for slug, constraint in find_excluded(request, today, searcher).items()
    ]
    return [
        ExcludedOut(
            slug=expert.slug,
            name=expert.name,
            organisation=expert.organisation,
            constraint=constraint,
            why=strings[f"excluded_{constraint}"],
        )
        for expert, constraint in sorted(found, key=lambda item: (item[0].organisation, item[0].name, item[0].slug))
    ]
