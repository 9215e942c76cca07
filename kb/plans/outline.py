"""A plan as its reader meets it: headings, quotes, rows and lists in their order, whatever form it is written in.

A new part of a plan is a section here; what a form makes of each kind of block stands in the form's own writer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from kb.plans.labels import LABELS, Labels, PlanLanguage
from kb.plans.outline_measures import Suggestions, outline_suggestions
from kb.plans.plan import Plan, PlannedExpert, PlannedProblem
from kb.plans.row import Row

SectionKey = Literal["passages", "details", "cause", "goal", "measures", "experts"]


@dataclass(frozen=True, slots=True)
class Quotes:
    """The municipality's own words, a passage each."""

    kind: ClassVar[str] = "quotes"
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list; is_told : of the municipality's own words, else of questions to it."""

    kind: ClassVar[str] = "items"
    texts: tuple[str, ...]
    is_told: bool


@dataclass(frozen=True, slots=True)
class Rows:
    kind: ClassVar[str] = "rows"
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    kind: ClassVar[str] = "sentence"
    text: str


@dataclass(frozen=True, slots=True)
class ToFillIn:
    """What the municipality writes itself."""

    kind: ClassVar[str] = "to_fill_in"
    text: str


@dataclass(frozen=True, slots=True)
class Experts:
    """Each with what is said of it, up to its way in."""

    kind: ClassVar[str] = "experts"
    experts: tuple[tuple[str, PlannedExpert], ...]


Block = Quotes | Items | Rows | Sentence | ToFillIn | Suggestions | Experts


@dataclass(frozen=True, slots=True)
class Section:
    key: SectionKey
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ProblemOutline:
    """heading : the problem's title, numbered."""

    heading: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """opening : the facts as sentences, up to the snapshot's id; closing : after it

    missing : the parts of 4 § that the description lacks, None when it has all
    """

    title: str
    municipality: str | None
    facts: tuple[Row, ...]
    opening: str
    snapshot_id: str
    closing: str
    missing: Row | None
    problems: tuple[ProblemOutline, ...]
    labels: Labels

    @property
    def heading(self) -> str:
        """The title with the municipality's name."""
        return f"{self.title}, {self.municipality}" if self.municipality else self.title


def outline_plan(plan: Plan, language: PlanLanguage = "sv") -> Outline:
    """The outline of a plan, its labels in the language; what it quotes stays in its own."""
    labels = LABELS[language]
    drafted = Row(key="drafted", label=labels.drafted, texts=(str(plan.drafted),))
    follow_up = Row(key="follow_up", label=labels.follow_up, texts=(f"{plan.follow_up} (6 § lag 2023:196)",))
    snapshot = Row(key="snapshot", label=labels.snapshot, texts=(plan.snapshot_id,))
    told = " ".join(f"{row.label} {row.text}." for row in (drafted, follow_up))
    missing = Row(key="missing", label=labels.missing_parts, texts=plan.missing_parts, separator=", ")
    return Outline(
        title=labels.plan,
        municipality=plan.municipality,
        facts=(drafted, follow_up, snapshot),
        opening=f"{told} {labels.basis}: {snapshot.label.lower()}",
        snapshot_id=plan.snapshot_id,
        closing=labels.decision,
        missing=missing if missing.texts else None,
        problems=tuple(_outline_problem(number, problem, labels) for number, problem in enumerate(plan.problems, 1)),
        labels=labels,
    )


def _outline_problem(number: int, problem: PlannedProblem, labels: Labels) -> ProblemOutline:
    sections = [
        Section("passages", labels.passages, (Quotes(problem.passages),)),
        Section("details", labels.details, (Rows(_detail_rows(problem, labels)),)),
        Section("cause", labels.cause, _outline_cause(problem, labels)),
        Section("goal", labels.goal, (ToFillIn(labels.to_fill_in),)),
        Section("measures", labels.measures, _outline_measures(problem, labels)),
    ]
    if problem.experts:
        sections.append(Section("experts", labels.experts, (_outline_experts(problem.experts, labels),)))
    return ProblemOutline(f"{number}. {problem.title}", tuple(sections))


def _detail_rows(problem: PlannedProblem, labels: Labels) -> tuple[Row, ...]:
    """The municipality's words, or the question that they leave open."""
    return (
        Row(key="place", label=labels.place, texts=problem.places, question=labels.no_place),
        Row(key="group", label=labels.group, texts=problem.groups, question=labels.no_group),
        Row(key="time", label=labels.time, texts=problem.times, question=labels.no_time),
    )


def _outline_cause(problem: PlannedProblem, labels: Labels) -> tuple[Block, ...]:
    if problem.causes:
        return (Items(tuple(" ".join(cause.split()) for cause in problem.causes), is_told=True),)
    return Sentence(labels.no_cause), Items(problem.cause_questions, is_told=False)


def _outline_measures(problem: PlannedProblem, labels: Labels) -> tuple[Block, ...]:
    none = () if problem.measures else (Sentence(labels.no_measures),)
    return *none, outline_suggestions(problem, labels)


def _outline_experts(experts: Sequence[PlannedExpert], labels: Labels) -> Experts:
    return Experts(tuple((_tell_expert(expert, labels), expert) for expert in experts))


def _tell_expert(expert: PlannedExpert, labels: Labels) -> str:
    told = f"{expert.name}, {expert.organisation}. {tell_time(expert, labels)}"
    return f"{labels.demo}: {told}" if expert.demo else f"{told} {labels.way_in}:"


def tell_time(expert: PlannedExpert, labels: Labels) -> str:
    """When the expert is free, or that its organisation is to be asked."""
    free = ", ".join(f"{first}–{last}" if first < last else str(first) for first, last in expert.free)
    return f"{labels.free} {free}." if free else labels.ask_for_time
