"""The measures of a problem in the outline of a plan: what is known of each, in rows."""

from dataclasses import dataclass
from typing import ClassVar, Literal

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

    def row_text(self, key: str) -> str:
        """The text of a row, empty where nothing is known."""
        return next((row.text for row in self.rows if row.key == key), "")


@dataclass(frozen=True, slots=True)
class Suggestions:
    kind: ClassVar[str] = "suggestions"
    all: tuple[Suggestion, ...]

    @property
    def methods(self) -> tuple[Suggestion, ...]:
        return tuple(suggestion for suggestion in self.all if suggestion.kind == "method")

    @property
    def others(self) -> tuple[Suggestion, ...]:
        """Gaps and what is advised against."""
        return tuple(suggestion for suggestion in self.all if suggestion.kind != "method")


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
        Row(key="cost", label=labels.cost, texts=(measure.cost,) if measure.cost else ()),
        Row(key="responsible", label=labels.responsible, texts=(labels.to_fill_in,), is_to_fill_in=True),
        Row(key="indicators", label=labels.indicators, texts=measure.indicators),
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
    outcome = f" ({measure.outcome})" if measure.outcome else ""
    return f"{measure.rating or labels.not_rated}{outcome}. {measure.evidence_summary or ''}".rstrip()


def _cite(measure: PlannedMeasure) -> tuple[str, ...]:
    return tuple(f"{s.publisher}{f' {s.year}' if s.year else ''}: {s.title}" for s in measure.sources)
