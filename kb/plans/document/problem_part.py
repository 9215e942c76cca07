"""One problem: the municipality's words, cause, goal, measures, indicators and who can help."""

from collections.abc import Iterator, Sequence

from kb.plans.document.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Row,
    Span,
    Spans,
    Table,
    link,
    quote,
    say,
)
from kb.plans.document.measure_part import cite_by_number, label, tell_measure
from kb.plans.document.measure_table import make_measure_table
from kb.plans.document.method_words import tell_effect, tell_known
from kb.plans.document.telling import Numbered, Telling
from kb.plans.document.words import Words, write_decimal
from kb.plans.plan import PlannedProblem
from kb.plans.working.action_plan import Goal, Measuring, PlanExpert, PlanIndicator, PlanProblem


def tell_problem(n: int, problem: PlanProblem, measures: Sequence[Numbered], telling: Telling) -> Iterator[Block]:
    words, planned = telling.words, problem.planned
    name = telling.name_problem(problem)
    yield Heading(level=1, spans=quote(f"{n}. {name}"), anchor=f"p{n}", starts_page=True)
    if problem.priority:
        yield Paragraph(say(words["priority"].format(n=problem.priority)), "lead")
    if planned:
        yield from _tell_description(n, planned, words)
    yield Heading(level=2, spans=say(words["cause"]), anchor=f"p{n}-cause")
    yield from _tell_cause(problem, words)
    yield Heading(level=2, spans=say(words["goal"]), anchor=f"p{n}-goal")
    yield from _tell_goal(problem.goal, words)
    yield Heading(level=2, spans=say(words["measures"]), anchor=f"p{n}-measures")
    if measures:
        yield make_measure_table(words["measures_of"].format(problem=name), measures, telling)
    else:
        yield Paragraph(say(words["no_measures"]), "warning")
    for told in measures:
        yield from tell_measure(told, telling)
    yield from _tell_undecided(n, problem, telling)
    if planned:
        yield from _tell_avoided(n, planned, telling)
    yield from _tell_indicators(n, problem, name, words)
    yield from _tell_experts(n, problem, words)
    if problem.note:
        yield Paragraph((*label(words["note"]), *quote(problem.note)))


def _tell_description(n: int, planned: PlannedProblem, words: Words) -> Iterator[Block]:
    yield Heading(level=2, spans=say(words["from_description"]), anchor=f"p{n}-told")
    for passage in planned.passages:
        yield Paragraph(quote(passage), "quote")
    told = (("place", planned.places), ("group", planned.groups), ("time", planned.times))
    rows = tuple((*label(words[key]), *quote("; ".join(texts))) for key, texts in told if texts)
    if rows:
        yield Bullets(rows)


def _tell_cause(problem: PlanProblem, words: Words) -> Iterator[Block]:
    if problem.cause:
        yield Paragraph(quote(problem.cause))
        return
    yield Paragraph(say(words["no_cause"]), "warning")
    if problem.planned and problem.planned.cause_questions:
        yield Paragraph(say(words["questions"]))
        yield Bullets(tuple(map(quote, problem.planned.cause_questions)))


def _tell_goal(goal: Goal, words: Words) -> Iterator[Block]:
    yield Paragraph(quote(goal.text)) if goal.text else Paragraph(say(words["no_goal"]), "warning")
    told = (
        ("counted", goal.number),
        ("baseline", write_decimal(goal.baseline, words) if goal.baseline is not None else ""),
        ("target", write_decimal(goal.target, words) if goal.target is not None else ""),
        ("target_day", str(goal.day or "")),
    )
    rows = tuple((*label(words[key]), *quote(text)) for key, text in told if text)
    if rows:
        yield Bullets(rows)
    if goal.measurings:
        yield _make_measuring_table(words["measured_so_far"], goal.measurings, words)


def _make_measuring_table(caption: str, measurings: Sequence[Measuring], words: Words) -> Table:
    columns = (Column(words["day"], 20), Column(words["value"], 20, is_amount=True), Column(words["remark"], 60))
    rows = (Row((say(str(told.day)), say(_value(told, words)), quote(told.remark))) for told in measurings)
    return Table(caption, columns, tuple(rows))


def _value(told: Measuring, words: Words) -> str:
    return "" if told.value is None else write_decimal(told.value, words)


def _tell_undecided(n: int, problem: PlanProblem, telling: Telling) -> Iterator[Block]:
    """What the content proposes and nobody has decided on; an adopted plan has decided by what it holds."""
    open_ones = [measure for measure in problem.measures if measure.decision is None and measure.planned]
    if not open_ones or telling.plan.adoption:
        return
    words = telling.words
    yield Heading(level=2, spans=say(words["undecided"]), anchor=f"p{n}-open")
    yield Bullets(
        tuple(
            (*quote(f"{measure.title}. ", strong=True), *tell_effect(measure.planned, words))
            for measure in open_ones
            if measure.planned
        )
    )


def _tell_avoided(n: int, planned: PlannedProblem, telling: Telling) -> Iterator[Block]:
    """What is advised against, in the words of the content, and where no method is known."""
    words = telling.words
    if planned.advised_against:
        yield Heading(level=2, spans=say(words["advised_against"]), anchor=f"p{n}-avoid")
    for measure in planned.advised_against:
        title = (*say(f"{words['advised_against']}: ", strong=True), *quote(measure.title, strong=True))
        yield Paragraph(title, "warning")
        yield Paragraph(quote(measure.summary))
        known = tell_known(measure, words)
        yield from known[1:] if measure.recommendation == "avråds" else known
        yield from cite_by_number(measure, telling)
    if planned.gaps:
        yield Heading(level=2, spans=say(words["gaps"]), anchor=f"p{n}-gaps")
        yield Bullets(tuple((*quote(f"{gap.title}. ", strong=True), *quote(gap.summary)) for gap in planned.gaps))


def _tell_indicators(n: int, problem: PlanProblem, name: str, words: Words) -> Iterator[Block]:
    yield Heading(level=2, spans=say(words["follow_up_heading"]), anchor=f"p{n}-follow")
    chosen = [indicator for indicator in problem.indicators if indicator.is_chosen]
    if not chosen:
        yield Paragraph(say(words["no_indicators"]), "warning")
        return
    columns = (
        Column(words["indicator"], 34),
        Column(words["source"], 22),
        Column(words["responsible"], 18),
        Column(words["first_measuring"], 14),
        Column(words["latest_value"], 12, is_amount=True),
    )
    rows = tuple(_make_indicator_row(told, problem, words) for told in chosen)
    yield Table(words["indicators_of"].format(problem=name), columns, rows)


def _make_indicator_row(told: PlanIndicator, problem: PlanProblem, words: Words) -> Row:
    """What the municipality has written; what the content proposes where it has not."""
    source, first, owner = find_proposed(told, problem)
    latest = f"{write_decimal(told.values[-1][1], words)} ({told.values[-1][0]})" if told.values else ""
    return Row(
        (
            quote(told.title),
            quote(told.source or source),
            quote(told.responsible) or _propose(owner, words),
            say(str(told.first)) if told.first else _propose(first, words),
            say(latest),
        )
    )


def find_proposed(told: PlanIndicator, problem: PlanProblem) -> tuple[str, str, str]:
    """Source, first measuring and owner that the content proposes for the indicator, empty where it does not."""
    of_measure = next((m.planned for m in problem.measures if m.path == told.measure and m.planned), None)
    number = told.path.rpartition("-")[2]
    if of_measure is None or not number.isdecimal() or int(number) > len(of_measure.measured):
        return "", "", ""
    indicator = of_measure.measured[int(number) - 1]
    return indicator.source or "", indicator.first or "", indicator.owner or ""


def _propose(text: str, words: Words) -> Spans:
    if not text:
        return say(words["lacks"], strong=True)
    lead, _, tail = words["proposed_who"].partition("{who}")
    return (*say(lead), *quote(text), *say(tail))


def _tell_experts(n: int, problem: PlanProblem, words: Words) -> Iterator[Block]:
    chosen = [expert for expert in problem.experts if expert.is_chosen]
    if chosen:
        yield Heading(level=2, spans=say(words["experts"]), anchor=f"p{n}-experts")
        yield Bullets(tuple(_tell_expert(expert, words) for expert in chosen))


def _tell_expert(expert: PlanExpert, words: Words) -> Spans:
    planned = expert.planned
    days = ", ".join(f"{first} – {last}" if first < last else str(first) for first, last in planned.free)
    time = words["free"].format(days=days) if days else words["ask_for_time"]
    lead = say(f"{words['demo']}: ", strong=True) if planned.demo else ()
    way_in = (Span(text=f" {words['way_in']}: "), *link(planned.way_in, planned.way_in)) if planned.way_in else ()
    note = (Span(text=f" {words['note']}: "), *quote(expert.note)) if expert.note else ()
    return (*lead, *quote(f"{planned.name}, {planned.organisation}. "), *say(time), *way_in, *note)
