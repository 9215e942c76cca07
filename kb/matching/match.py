"""What fits a description: per problem its methods and experts, and what is told of the whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kb.documents import Guidance
from kb.matching.constraints import Exclusion
from kb.matching.experts import Experts
from kb.matching.help_request import HelpRequest
from kb.matching.methods import Methods
from kb.matching.reasons import Reasons
from kb.matching.requirements import Requirement
from kb.problems.details import Details
from kb.problems.problem import Problem
from kb.problems.read_problems import Reading
from kb.search.answer import AreaMatch
from kb.search.describe import Hit
from kb.search.filtered_out import FilteredOut

CLARIFYING_QUESTIONS = ("which_problem", "which_place_or_group", "which_assumed_cause")
"""What would help when nothing fits; the screens have them in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemMatch:
    """questions : of the problem area, to be answered where no cause is told or written; else none

    experts_filtered_out : where nobody is suggested, what to ask otherwise; None too where nobody matches
    requirements : slug of a method -> what it asks of the municipality
    reasons : for each method and expert, why it is there
    """

    problem: Problem
    details: Details
    questions: tuple[str, ...]
    methods: Methods
    experts: Experts
    experts_filtered_out: FilteredOut | None
    requirements: Mapping[str, tuple[Requirement, ...]]
    reasons: Reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """problems : those of the reading, each matched; none when nothing in it is about a problem area

    topics : the nearest problem areas
    warned : what advises against something that the description plans
    excluded : who may not be asked, by slug
    today : the day that it was made
    """

    reading: Reading
    problems: tuple[ProblemMatch, ...]
    topics: tuple[AreaMatch, ...]
    warned: tuple[Hit[Guidance], ...]
    help_request: HelpRequest
    excluded: tuple[Exclusion, ...]
    today: date
    snapshot_id: str
