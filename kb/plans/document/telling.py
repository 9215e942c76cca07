"""What every part of the document is told with: the plan, the words of the language, the sources by number."""

from collections.abc import Iterator
from dataclasses import dataclass

from kb.plans.document.blocks import Span, Spans, link, quote
from kb.plans.document.cited import Cited
from kb.plans.document.words import Words, write_days, write_kronor
from kb.plans.document.written_plan import WrittenPlan
from kb.plans.working.action_plan import PlanMeasure, PlanProblem


@dataclass(frozen=True, slots=True)
class Numbered:
    """A measure with its number, as 2.1, and the anchor of its heading."""

    measure: PlanMeasure
    number: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Telling:
    plan: WrittenPlan
    words: Words
    cited: Cited

    def name_problem(self, problem: PlanProblem) -> str:
        return problem.title or self.words["without_title"]

    def number_measures(self) -> Iterator[tuple[int, PlanProblem, tuple[Numbered, ...]]]:
        """The problems in the plan, each with its number and its chosen measures."""
        for n, problem in enumerate(self.plan.read.kept, 1):
            numbered = (Numbered(m, f"{n}.{k}", f"m{n}-{k}") for k, m in enumerate(problem.chosen, 1))
            yield n, problem, tuple(numbered)

    def tell_title(self, told: Numbered) -> Spans:
        """Number and title, which lead to what is told of the measure, with what marks it."""
        name = told.measure.title or self.words["without_title"]
        return (*link(f"{told.number} {name}", f"#{told.anchor}", swedish=True), *self._mark(told.measure))

    def tell_responsible(self, measure: PlanMeasure) -> Spans:
        """Who does it; where nobody is told, whom the content proposes, or that nobody is."""
        if measure.responsible:
            return quote(measure.responsible)
        who = next((step.who for step in measure.planned.steps if step.who), None) if measure.planned else None
        if who and self.plan.is_draft:
            lead, _, tail = self.words["proposed_who"].partition("{who}")
            return (*self._open(lead), Span(text=who, language="sv"), *self._open(tail))
        return self.tell_lack()

    def tell_when(self, measure: PlanMeasure) -> Spans:
        days = write_days(measure.start, measure.end, self.words)
        return self._open(days) if days else self.tell_lack()

    def tell_cost(self, measure: PlanMeasure) -> Spans:
        return self.tell_lack() if measure.cost is None else self._open(write_kronor(measure.cost, self.words))

    def tell_status(self, measure: PlanMeasure) -> str:
        status = "proposed" if self.plan.is_draft else measure.status or "planned"
        return self.words[f"status_{status}"]

    def tell_lack(self) -> Spans:
        """That something lacks: of a draft, that it is to be decided."""
        if self.plan.is_draft:
            return self._open(self.words["to_decide"])
        return (Span(text=self.words["lacks"], is_strong=True),)

    def _mark(self, measure: PlanMeasure) -> Spans:
        marks = []
        if measure.planned is None:
            marks.append(self.words["own"])
        if measure.is_statutory:
            marks.append(self.words["statutory"])
        return self._open(f" ({', '.join(marks)})") if marks else ()

    def _open(self, text: str) -> Spans:
        return (Span(text=text),) if text else ()
