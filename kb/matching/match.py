"""A description to problems, methods and experts, each with its reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kb.documents import Expert, Guidance
from kb.matching.experts import Experts, find_experts
from kb.matching.help_request import HelpRequest
from kb.matching.methods import Methods, find_methods
from kb.matching.reasons import Reason, give_reasons
from kb.matching.requirements import Requirement, list_requirements
from kb.privacy import drop_masks
from kb.problems.adjust import Adjustment
from kb.problems.details import Details, find_details
from kb.problems.problem import Problem
from kb.problems.read_problems import read_problems
from kb.problems.statute import PartFound, check_statute
from kb.progress import Progress, be_silent, follow
from kb.search.answer import AreaMatch
from kb.search.describe import Hit
from kb.search.searcher import Searcher

CLARIFYING_QUESTIONS = ("which_problem", "which_place_or_group", "which_assumed_cause")
"""What would help when nothing fits; the screens have them in words."""
MAX_TOPIC_CHARS = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemMatch:
    """reasons : slug of a method or expert -> why it is there.

    questions : of the problem area, to be answered where no cause is told; else none
    requirements : slug of a method -> what it asks of the municipality
    """

    problem: Problem
    details: Details
    questions: tuple[str, ...]
    methods: Methods
    experts: Experts
    reasons: Mapping[str, Reason]
    requirements: Mapping[str, tuple[Requirement, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """problems is empty when nothing in the description is about a problem area; then topics are the nearest ones.

    text : what was read, masked; read again it has the same paragraphs
    masked : kind of personal data -> how many were masked
    statute : the parts of 4 § lag (2023:196), found or missing
    """

    problems: tuple[ProblemMatch, ...]
    statute: tuple[PartFound, ...]
    topics: tuple[AreaMatch, ...]
    text: str
    masked: Mapping[str, int]
    request: HelpRequest
    snapshot_id: str


def match_description(
    text: str,
    request: HelpRequest,
    today: date,
    searcher: Searcher,
    adjustments: Sequence[Adjustment] | None = None,
    progress: Progress = be_silent,
) -> Match:
    """What fits the description.

    adjustments : the problems as the user wants them; None to have them found
    progress : told of masking, splitting and, by problem, matching

    Raises
    ------
    AdjustmentRejected : adjustments that do not fit the description
    QueryRejected : no word in it, or a paragraph that is too long
    """
    read = read_problems(text, adjustments, searcher, progress)
    topics = find_topics(read.guarded.text, searcher)
    problems = follow("matching", read.problems, progress)
    matches = tuple(match_problem(problem, request, today, searcher) for problem in problems)
    return Match(
        problems=matches,
        statute=check_statute(read.paragraphs),
        topics=topics,
        text=read.guarded.text,
        masked=read.guarded.counts,
        request=request,
        snapshot_id=searcher.snapshot.manifest.id,
    )


def find_topics(text: str, searcher: Searcher) -> tuple[AreaMatch, ...]:
    """The problem areas that a masked text is nearest, by its first MAX_TOPIC_CHARS; raises QueryRejected."""
    return searcher.nearest_areas(searcher.rate_areas(searcher.analyse(drop_masks(text)[:MAX_TOPIC_CHARS])))


def match_problem(problem: Problem, request: HelpRequest, today: date, searcher: Searcher) -> ProblemMatch:
    """Methods and experts for one problem, with their reasons."""
    town = request.municipality
    details = find_details(problem.paragraphs, searcher.snapshot.registers, town.name if town else "")
    questions = () if details.cause else searcher.snapshot.problem_areas[problem.areas[0].slug].questions
    methods = find_methods(problem, searcher)
    experts = find_experts(problem, methods.suggested, request, today, searcher)
    hits: tuple[Hit[Guidance] | Hit[Expert], ...] = (
        *methods.suggested,
        *methods.advised_against,
        *methods.gaps,
        *(found.hit for found in (*experts.free, *experts.busy)),
    )
    reasons = give_reasons(problem, hits, searcher.is_telling)
    requirements = {
        hit.document.slug: list_requirements(hit.document, request.lacks, town)
        for hit in (*methods.suggested, *methods.advised_against, *methods.gaps)
    }
    return ProblemMatch(
        problem=problem,
        details=details,
        questions=questions,
        methods=methods,
        experts=experts,
        reasons=reasons,
        requirements=requirements,
    )
