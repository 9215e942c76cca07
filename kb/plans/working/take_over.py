"""What guidance says of a measure or an indicator, written in the plan with one press."""

from collections.abc import Iterator, Mapping

from kb.documents import Indicator, Step
from kb.plans.working.action_plan import ActionPlan, PlanIndicator
from kb.plans.working.read_action_plan import read_action_plan
from kb.plans.working.working_plan import WorkingPlan


def take_over(plan: WorkingPlan, place: str) -> Mapping[str, str]:
    """The edits that choose the measure or the indicator at the place and fill in its empty fields from its guidance.

    Nothing that somebody has written is written over; no edits where the place has no guidance.

    place : path of a measure or an indicator of the draft
    """
    work = read_action_plan(plan)
    told = {path: text for path, text in _list_told(work, place) if text}
    return {path: text for path, text in told.items() if path.endswith("/decision") or path not in plan.written}


def _list_told(work: ActionPlan, place: str) -> Iterator[tuple[str, str]]:
    for problem in work.problems:
        for measure in problem.measures:
            if measure.path == place and measure.planned:
                yield from _of_measure(measure.path, measure.planned.steps)
            for indicator in problem.indicators:
                if indicator.path == place and indicator.measure == measure.path and measure.planned:
                    yield from _of_indicator(problem.path, indicator, measure.planned.measured)


def _of_measure(path: str, steps: tuple[Step, ...]) -> Iterator[tuple[str, str]]:
    yield f"{path}/decision", "chosen"
    yield f"{path}/text", "\n".join(map(_tell_step, steps))
    yield f"{path}/responsible", next((step.who for step in steps if step.who), "")


def _tell_step(step: Step) -> str:
    """Who, when and what on one line."""
    before = ", ".join(filter(None, (step.who, step.when)))
    return f"{before}: {step.what}" if before else step.what


def _of_indicator(problem: str, indicator: PlanIndicator, measured: tuple[Indicator, ...]) -> Iterator[tuple[str, str]]:
    """The indicator's own fields, and the problem's goal where none is written."""
    yield f"{indicator.path}/decision", "chosen"
    for told in measured:
        if told.name == indicator.title:
            yield f"{indicator.path}/source", told.source or ""
            yield f"{indicator.path}/responsible", told.owner or ""
            yield f"{problem}/goal", told.target or ""
            yield f"{problem}/goal_number", told.name
