"""Who may not be asked, and why: for advisors."""

from collections.abc import Sequence

from pydantic import BaseModel

from api.languages import Language, load_strings
from kb.matching.constraints import Constraint, Exclusion


class ExcludedOut(BaseModel):
    """An expert that was left out before ranking: the constraint, and the same in words.

    demo: made up, for demonstration
    """

    slug: str
    name: str
    organisation: str
    constraint: Constraint
    why: str
    demo: bool


def excluded_out(excluded: Sequence[Exclusion], language: Language) -> list[ExcludedOut]:
    """Everyone that a request leaves out, by organisation and name; what is made up last."""
    strings = load_strings(language)
    shown = [
        ExcludedOut(
            slug=item.expert.slug,
            name=item.expert.name,
            organisation=item.expert.organisation,
            constraint=item.constraint,
            why=strings[f"excluded_{item.constraint}"],
            demo=item.expert.demo,
        )
        for item in excluded
    ]
    return sorted(shown, key=lambda item: (item.demo, item.organisation, item.name, item.slug))
