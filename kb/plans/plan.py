"""A draft åtgärdsplan (5 § lag 2023:196): values that stand on their own, so that a saved plan needs no snapshot.

Nothing in it is generated prose: every sentence is the municipality's own or a document's, with its source.
"""

from dataclasses import dataclass
from datetime import date

from kb.documents import Basis, Indicator, Step
from kb.grade import is_harm
from kb.vocabulary import Certainty, Effect, Rating, Recommendation, SourceKind, Wanted

FORMAT_VERSION = 3
"""2 added what was offered; 3 effect, certainty, the work plan, unknown time and made-up experts.

`kb.plans.saved_plan.read_plan` reads 1 and 2 too.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSource:
    """A source of a method. kind : None in plans of format 1 and 2."""

    id: str
    title: str
    publisher: str
    year: int | None
    url: str | None
    kind: SourceKind | None = None
    paid_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedMeasure:
    """A suggested method. indicators: the document's own, from "Följ upp"; the municipality chooses among them.

    rating : of `outcome`; without an outcome, as in plans saved before 2026-11-22, the document's best
    effect, certainty, basis : of `outcome`; None where it has none, and in plans of format 1 and 2
    price_year : of the amounts in cost; cost_searched : the day when none was found
    steps : suggestions on who does what and when; measured : the indicators with what is told of each
    is_about_problem : False where no outcome speaks for the problem, and `outcome` is the document's main one
    lacking : those of requires that name what the municipality says that it lacks
    is_statutory : whether a statute asks for it; plans saved before 2026-11-30 do not tell
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
    sources: tuple[PlannedSource, ...]
    reviewed: date
    outcome: str = ""
    is_about_problem: bool = True
    lacking: tuple[str, ...] = ()
    is_statutory: bool = False
    outcome_en: str | None = None
    wanted: Wanted = "minskar"
    effect: Effect | None = None
    certainty: Certainty | None = None
    basis: Basis | None = None
    price_year: int | None = None
    cost_searched: date | None = None
    time_to_start: str | None = None
    steps: tuple[Step, ...] = ()
    measured: tuple[Indicator, ...] = ()

    @property
    def is_harm(self) -> bool:
        """Whether the outcome goes the wrong way."""
        return self.effect is not None and is_harm(self.effect, self.wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedExpert:
    """A role that could help.

    free : stretches (first, last) of the period, both days included, as its organisation has said; none when it has
        said nothing of it, and is to be asked
    demo : it is made up, for the demonstration, and has no way in
    """

    slug: str
    name: str
    organisation: str
    way_in: str
    methods: tuple[str, ...]
    free: tuple[tuple[date, date], ...]
    demo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedProblem:
    """passages, causes, places, groups and times are the municipality's words.

    cause_questions stand in where no cause is named; plans saved before 2026-11-22 have no places, groups and times
    offered : slugs of the methods that the knowledge had for it when the plan was made, whichever were chosen; None in
        plans of format 1, which do not tell
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
    offered: tuple[str, ...] | None = None


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
