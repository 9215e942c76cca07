"""What of a request leaves nobody to suggest for a problem: how many match it, and what to ask otherwise.

That an expert is not published, or has a conflict with the municipality, is nothing that can be asked otherwise.
"""

from collections.abc import Collection, Mapping
from datetime import date

from kb.documents import Expert
from kb.matching.constraints import CONSTRAINTS, Constraint
from kb.matching.experts import ExpertMatch
from kb.matching.help_request import HelpRequest
from kb.search.filtered_out import FilteredOut, find_filtered_out

CHOICES: Mapping[str, Constraint] = {"municipality": "reach", "form": "form", "language": "language"}
"""Field of the request -> the constraint that it makes of the asker's own choice."""
FIRM = tuple(constraint for constraint in CONSTRAINTS if constraint not in CHOICES.values())


def may_ever_be_asked(expert: Expert, help_request: HelpRequest, today: date) -> bool:
    """Whether nothing but the asker's own choices stands against the expert."""
    return all(CONSTRAINTS[constraint](expert, help_request, today) for constraint in FIRM)


def find_experts_filtered_out(
    matching: Collection[ExpertMatch], help_request: HelpRequest, today: date
) -> FilteredOut | None:
    """The choices of the request as filters of those who match; None where none does.

    matching : of those who may ever be asked, with their availability in the period
    """

    def is_kept(match: ExpertMatch, name: str) -> bool:
        if name == "period":
            return not match.availability.is_busy
        return CONSTRAINTS[CHOICES[name]](match.hit.document, help_request, today)

    def count(kept: Collection[str]) -> int:
        return sum(all(is_kept(match, name) for name in kept) for match in matching)

    return find_filtered_out([*(name for name in CHOICES if getattr(help_request, name)), "period"], count)
