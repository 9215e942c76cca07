"""The measures of a problem in the outline of a plan: what is known of each, in rows."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from kb.documents import Indicator, Step
from kb.plans.labels import Labels
from kb.plans.plan import PlannedMeasure, PlannedProblem
from kb.plans.row import Row

SuggestionKind = Literal["method", "gap", "avoid"]
"""gap : what to do where there is no method; avoid : what is advised against."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """lead : its title, with a warning before what is advised against; text : what is said of it first

    rows : only of what is known
    """

    kind: SuggestionKind
    measure: PlannedMeasure
    lead: str
    text: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Suggestions:
    kind: ClassVar[str] = "suggestions"
    all: tuple[Suggestion, ...]


def outline_suggestions(problem: PlannedProblem, labels: Labels) -> Suggestions:
    """The methods first, then where a method is lacking, then what is advised against."""
    methods = (_method(measure, labels) for measure in problem.measures)
    gaps = (
        Suggestion(kind="gap", measure=measure, lead=measure.title, text=measure.summary, rows=())
        for measure in problem.gaps
    )
    advised_against = (_advised_against(measure, labels) for measure in problem.advised_against)
    return Suggestions((*methods, *gaps, *advised_against))


def _method(measure: PlannedMeasure, labels: Labels) -> Suggestion:
    known = (
        Row(key="evidence", label=labels.evidence, texts=(_tell_evidence(measure, labels),)),
        Row(key="run_by", label=labels.run_by, texts=measure.run_by, separator=", "),
        Row(key="requires", label=labels.requires, texts=measure.requires),
        Row(key="lacking", label=labels.lacking, texts=measure.lacking),
        Row(key="cost", label=labels.cost, texts=_tell_cost(measure, labels)),
        Row(key="time_to_start", label=labels.time_to_start, texts=_known(measure.time_to_start)),
        Row(key="steps", label=labels.steps, texts=tuple(_tell_step(step, labels) for step in measure.steps)),
        _responsible(measure, labels),
        Row(key="indicators", label=labels.indicators, texts=_tell_indicators(measure, labels)),
        Row(key="sources", label=labels.sources, texts=_cite(measure)),
    )
    rows = tuple(row for row in known if row.texts)
    return Suggestion(kind="method", measure=measure, lead=measure.title, text=measure.summary, rows=rows)


def _advised_against(measure: PlannedMeasure, labels: Labels) -> Suggestion:
    evidence = Row(key="evidence", label=labels.evidence, texts=(_tell_evidence(measure, labels),))
    lead = f"{labels.advised_against}: {measure.title}"
    said = measure.evidence_summary or measure.summary
    return Suggestion(kind="avoid", measure=measure, lead=lead, text=said, rows=(evidence,))


def _tell_evidence(measure: PlannedMeasure, labels: Labels) -> str:
    """The rating with its outcome, then the document's summary."""
    return f"{_tell_rating(measure, labels)}. {measure.evidence_summary or ''}".rstrip()


def _tell_rating(measure: PlannedMeasure, labels: Labels) -> str:
    rating = measure.rating or labels.not_rated
    if not measure.is_about_problem:
        return f"{labels.not_rated_for_this} ({labels.main_outcome}: {measure.outcome}, {rating})"
    told = f"{rating}, {_tell_effect(measure, labels)}" if measure.effect else rating
    return f"{told} ({measure.outcome})" if measure.outcome else told


def _tell_effect(measure: PlannedMeasure, labels: Labels) -> str:
    """What happens to the outcome and how sure that is, in the words of the content."""
    if measure.effect == "inte känt":
        return labels.effect_unknown
    return f"{measure.effect} · {measure.certainty} {labels.certainty}"


def _tell_cost(measure: PlannedMeasure, labels: Labels) -> tuple[str, ...]:
    if not measure.cost:
        return ()
    known = [f"{labels.prices} {measure.price_year}"] if measure.price_year else []
    sought = [f"{labels.searched} {measure.cost_searched}"] if measure.cost_searched else []
    return (f"{measure.cost} ({'; '.join([*known, *sought])})" if known or sought else measure.cost,)


def _tell_step(step: Step, labels: Labels) -> str:
    """The step in one line, as it stands in its document."""
    lead = f"{step.who}, {step.when}: " if step.who else ""
    takes = f" {labels.takes}: {step.takes}." if step.takes else ""
    decision = f" {labels.decided}: {step.decision}." if step.decision else ""
    return f"{lead}{step.what}{takes}{decision}"


def _responsible(measure: PlannedMeasure, labels: Labels) -> Row:
    """Who the document suggests, and when each begins; to fill in where it suggests nobody."""
    texts = tuple(dict.fromkeys(f"{step.who} ({step.when})" for step in measure.steps if step.who))
    if not texts:
        return Row(key="responsible", label=labels.responsible, texts=(labels.to_fill_in,), is_to_fill_in=True)
    return Row(key="responsible", label=f"{labels.responsible} ({labels.suggested.lower()})", texts=texts)


def _tell_indicators(measure: PlannedMeasure, labels: Labels) -> tuple[str, ...]:
    """Each with what is told of it; only the names in plans of format 1 and 2."""
    if not measure.measured:
        return measure.indicators
    return tuple(_tell_indicator(indicator, labels) for indicator in measure.measured)


def _tell_indicator(indicator: Indicator, labels: Labels) -> str:
    told = (
        (labels.source, indicator.source),
        (labels.first_measured, indicator.first),
        (labels.target, indicator.target),
        (labels.owner, indicator.owner),
    )
    return ". ".join([indicator.name, *(f"{label}: {said}" for label, said in told if said)])


def _known(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()


def _cite(measure: PlannedMeasure) -> tuple[str, ...]:
    return tuple(f"{s.publisher}{f' {s.year}' if s.year else ''}: {s.title}" for s in measure.sources)
