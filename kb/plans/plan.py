"""A draft åtgärdsplan (5 § lag 2023:196): values that stand on their own, so that a saved plan needs no snapshot.

Nothing in it is generated prose: every sentence is the municipality's own or a document's, with its source.
"""

from dataclasses import dataclass
from datetime import date

from kb.documents import Source
from kb.vocabulary import Rating, Recommendation

FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedMeasure:
    """A suggested method. indicators: the document's own, from "Följ upp"; the municipality chooses among them.

    rating : for `outcome`, the one nearest to the problem; without an outcome, as in plans saved before 2026-11-22, the
        document's best
    lacking : those of requires that name what the municipality says that it lacks
    """

    slug: str
    title: str
    summary: str
    rating: Rating | None
    recommendation: Recommendation | None
    evidence_summary: str | None
    requires: tuple[str, ...]
    run_by: tuple[str, ...]
    cost: str | None
    indicators: tuple[str, ...]
    sources: tuple[Source, ...]
    reviewed: date
    outcome: str = ""
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedExpert:
    """A role that could help; free: stretches (first, last) of the period, both days included."""

    slug: str
    name: str
    organisation: str
    way_in: str
    methods: tuple[str, ...]
    free: tuple[tuple[date, date], ...]
    availability_invented: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedProblem:
    """passages, causes, places, groups and times are the municipality's words.

    cause_questions stand in where no cause is named; plans saved before 2026-11-22 have no places, groups and times
    """

    title: str
    area: str
    passages: tuple[str, ...]
    causes: tuple[str, ...]
    cause_questions: tuple[str, ...]
    measures: tuple[PlannedMeasure, ...]
    advised_against: tuple[PlannedMeasure, ...]
    gaps: tuple[PlannedMeasure, ...]
    experts: tuple[PlannedExpert, ...]
    places: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    times: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """follow_up: the day of the follow-up, at most two years after drafted (6 §); missing_parts: of 4 §."""

    format_version: int
    municipality: str | None
    drafted: date
    follow_up: date
    snapshot_id: str
    missing_parts: tuple[str, ...]
    problems: tuple[PlannedProblem, ...]
