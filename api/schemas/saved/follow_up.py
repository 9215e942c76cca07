"""The follow-up of a saved plan in the API: what was measured on a day, and the draft of what can be told of it."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from kb.plans.working.action_plan import Measuring
from kb.plans.working.fields import Status
from kb.plans.working.follow_up import FollowUp, Outcome, ProblemFollowUp

_Text = Annotated[str, Field(max_length=1_000)]


class ValuesIn(BaseModel):
    """What was measured on the day. values, remarks: path of a problem, for its goal, or an indicator -> the text."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"day": "2027-03-31", "values": {"problems/1": "38"}}]},
    )

    day: date
    values: Annotated[dict[str, _Text], Field(max_length=1_000)] = Field(default_factory=dict)
    remarks: Annotated[dict[str, _Text], Field(max_length=1_000)] = Field(default_factory=dict)


class MeasuringOut(BaseModel):
    day: date
    value: Decimal | None
    remark: str


class CourseOut(BaseModel):
    """change: from the first value to the last, null until it has been measured twice."""

    path: str
    title: str
    measurings: list[MeasuringOut]
    change: Decimal | None


class LateOut(BaseModel):
    """A measure past its end that is neither done nor stopped."""

    path: str
    title: str
    end: date
    responsible: str


class ProblemFollowUpOut(BaseModel):
    """outcome: where the last value of the goal lies, seen from its baseline towards its target."""

    path: str
    title: str
    goal: str
    baseline: Decimal | None
    target: Decimal | None
    outcome: Outcome
    measurings: list[MeasuringOut]
    indicators: list[CourseOut]
    late: list[LateOut]


class FollowUpOut(BaseModel):
    """The two-year follow-up (6 §), drafted of what has been measured. n_by_status: chosen measures of each status."""

    drafted: date
    due: date
    n_by_status: dict[Status, int]
    problems: list[ProblemFollowUpOut]


def follow_up_out(told: FollowUp, due: date) -> FollowUpOut:
    """The follow-up, which is due on that day."""
    return FollowUpOut(
        drafted=told.drafted,
        due=due,
        n_by_status=dict(told.n_by_status),
        problems=[_problem_out(problem) for problem in told.problems],
    )


def _problem_out(told: ProblemFollowUp) -> ProblemFollowUpOut:
    problem = told.problem
    return ProblemFollowUpOut(
        path=problem.path,
        title=problem.title,
        goal=problem.goal.text,
        baseline=problem.goal.baseline,
        target=problem.goal.target,
        outcome=told.outcome,
        measurings=_measurings_out(problem.goal.measurings),
        indicators=[
            CourseOut(
                path=course.indicator.path,
                title=course.indicator.title,
                measurings=_measurings_out(course.indicator.measurings),
                change=course.change,
            )
            for course in told.courses
        ],
        late=[
            LateOut(path=measure.path, title=measure.title, end=measure.end, responsible=measure.responsible)
            for measure in told.late
            if measure.end
        ],
    )


def _measurings_out(measurings: tuple[Measuring, ...]) -> list[MeasuringOut]:
    return [MeasuringOut(day=told.day, value=told.value, remark=told.remark) for told in measurings]
