"""A plan that is worked on, as it reads: what the draft proposes and what the municipality has decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kb.plans.plan import Plan, PlannedExpert, PlannedMeasure, PlannedProblem
from kb.plans.working.fields import Decision, Status


@dataclass(frozen=True, slots=True)
class Measuring:
    """What a goal or an indicator was on a day. value : None where only a remark is written."""

    day: date
    value: Decimal | None
    remark: str


def list_values(measurings: Iterable[Measuring]) -> tuple[tuple[date, Decimal], ...]:
    """The days that have a value, as they stand."""
    return tuple((told.day, told.value) for told in measurings if told.value is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """text : the effect, in words; number : what is counted, with what it is today and shall be on a day

    measurings : oldest first
    """

    text: str
    number: str
    baseline: Decimal | None
    target: Decimal | None
    day: date | None
    measurings: tuple[Measuring, ...]

    @property
    def values(self) -> tuple[tuple[date, Decimal], ...]:
        """The days that have a value."""
        return list_values(self.measurings)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMeasure:
    """planned : as the draft proposes it, None for one of the municipality's own

    is_proposed : among the three best of those that nothing is decided of
    text : how the municipality does it; cost : kronor
    """

    path: str
    planned: PlannedMeasure | None
    decision: Decision | None
    is_proposed: bool
    title: str
    text: str
    responsible: str
    start: date | None
    end: date | None
    cost: int | None
    source: str
    status: Status | None
    note: str

    @property
    def is_chosen(self) -> bool:
        return self.decision == "chosen"

    @property
    def is_statutory(self) -> bool:
        """Whether a statute asks for it."""
        return self.planned is not None and self.planned.is_statutory


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanIndicator:
    """measure : path of the measure that proposes it, empty for one of the municipality's own

    first : the day of the first measuring; measurings : oldest first
    """

    path: str
    measure: str
    decision: Decision | None
    title: str
    source: str
    responsible: str
    first: date | None
    measurings: tuple[Measuring, ...]

    @property
    def is_chosen(self) -> bool:
        return self.decision == "chosen"

    @property
    def values(self) -> tuple[tuple[date, Decimal], ...]:
        """The days that have a value."""
        return list_values(self.measurings)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanExpert:
    path: str
    planned: PlannedExpert
    decision: Decision | None
    note: str

    @property
    def is_chosen(self) -> bool:
        return self.decision == "chosen"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanProblem:
    """planned : as the draft has it, None for one of the municipality's own

    cause : what the municipality has written, else the description's words; priority : 1 is the highest
    """

    path: str
    planned: PlannedProblem | None
    is_dropped: bool
    title: str
    priority: int | None
    cause: str
    goal: Goal
    note: str
    measures: tuple[PlanMeasure, ...]
    indicators: tuple[PlanIndicator, ...]
    experts: tuple[PlanExpert, ...]

    @property
    def chosen(self) -> tuple[PlanMeasure, ...]:
        return tuple(measure for measure in self.measures if measure.is_chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPlan:
    """statute : part of 4 § that the description lacks -> where it can be read, empty while nobody has told"""

    draft: Plan
    title: str
    summary: str
    follow_up: date
    statute: dict[str, str]
    problems: tuple[PlanProblem, ...]

    @property
    def kept(self) -> tuple[PlanProblem, ...]:
        """The problems that are in the plan, by priority, those without one last."""
        kept = (problem for problem in self.problems if not problem.is_dropped)
        return tuple(sorted(kept, key=lambda problem: problem.priority or 9))

    @property
    def chosen(self) -> tuple[PlanMeasure, ...]:
        """The chosen measures of all that is kept."""
        return tuple(measure for problem in self.kept for measure in problem.chosen)
