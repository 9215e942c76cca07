"""Why nobody takes a problem, where it is the asker's own choices that leave nobody."""

from kb.matching.experts_filtered_out import CHOICES
from kb.matching.match import ProblemMatch
from kb.staffing.assignment import Uncovered


def tell_ruled_out(match: ProblemMatch, found: Uncovered | None) -> Uncovered | None:
    """Where nobody matches although somebody would, had the asker not chosen otherwise, that is why."""
    excludes = match.experts_filtered_out.excludes if match.experts_filtered_out else {}
    return "ruled_out" if found == "no_match" and excludes.keys() & CHOICES.keys() else found
