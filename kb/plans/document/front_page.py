"""Page one: what a head of administration needs. Who does what by when for how much, what is decided, what is missing.

It is made to fit one page: where the measures would take more, they stand there by problem, and one by one in a chapter
of their own.
"""

from collections.abc import Iterator
from functools import partial
from math import ceil

from kb.plans.document.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Row,
    Table,
    join_texts,
    link,
    quote,
    say,
)
from kb.plans.document.lacks import list_lack_lines
from kb.plans.document.measure_table import make_measure_table, make_total_row
from kb.plans.document.telling import Numbered, Telling
from kb.plans.document.words import count, name_some, write_days, write_kronor
from kb.plans.working.action_plan import PlanProblem
from kb.plans.working.budget import sum_budget

MAX_LINES = 34
"""Of the page for summary, measures and what is missing, with the rest of it in its place."""
LINE_CHARS = 90
"""That a line of text holds, and a line of the first and of the second column."""
TITLE_CHARS, WHO_CHARS = 28, 18
LINES_BETWEEN_ROWS = 0.5
MAX_SUMMARY_CHARS = 700
"""Of the plan's summary on page one; all of it stands in the chapter on the plan."""
MAX_NAMED, FEW_PROBLEMS = 3, 3
"""Measures that are named for each problem: of many problems only one, or the page would not hold them."""


def tell_front_page(telling: Telling) -> Iterator[Block]:
    words, plan = telling.words, telling.plan
    yield Heading(level=1, spans=say(words["at_a_glance"]), anchor="glance")
    yield Paragraph(say(_tell_size(telling)), "lead")
    if plan.read.summary:
        yield Paragraph(quote(_shorten(plan.read.summary)))
    if plan.is_draft:
        yield Paragraph(say(words["draft_lead"]), "note")
    if is_told_by_problem(telling):
        yield _make_problem_table(telling)
        lead, _, _ = words["all_measures_lead"].rpartition(words["all_measures"])
        yield Paragraph((*say(lead), *link(words["all_measures"], "#all"), *say(".")), "note")
    else:
        yield make_measure_table(words["who_does_what"], list_measures(telling), telling)
    yield Heading(level=2, spans=say(words["missing"]), anchor="missing")
    lines = list_lack_lines(telling)
    yield Bullets(tuple(map(quote, lines))) if lines else Paragraph(say(words["nothing_missing"]))


def is_told_by_problem(telling: Telling) -> bool:
    """Whether page one cannot hold the measures one by one."""
    texts = (_shorten(telling.plan.read.summary), *list_lack_lines(telling))
    n_lines = sum(ceil(len(text) / LINE_CHARS) for text in texts)
    return n_lines + sum(map(partial(_count_lines, telling), list_measures(telling))) > MAX_LINES


def list_measures(telling: Telling) -> tuple[Numbered, ...]:
    """The chosen measures of all problems."""
    return tuple(told for _, _, measures in telling.number_measures() for told in measures)


def _count_lines(telling: Telling, told: Numbered) -> float:
    """Lines that the row of a measure takes, two or more: days stand on two."""
    title, who = join_texts(telling.tell_title(told)), join_texts(telling.tell_responsible(told.measure))
    return max(2, ceil(len(title) / TITLE_CHARS), ceil(len(who) / WHO_CHARS)) + LINES_BETWEEN_ROWS


def _tell_size(telling: Telling) -> str:
    words, read = telling.words, telling.plan.read
    return words["n_told"].format(
        problems=count(len(read.kept), "problem", words),
        measures=count(len(read.chosen), "proposal" if telling.plan.is_draft else "measure", words),
        follow_up=read.follow_up,
    )


def _shorten(text: str) -> str:
    if len(text) <= MAX_SUMMARY_CHARS:
        return text
    return f"{text[:MAX_SUMMARY_CHARS].rpartition(' ')[0] or text[:MAX_SUMMARY_CHARS]} …"


def _make_problem_table(telling: Telling) -> Table:
    words = telling.words
    columns = (
        Column(words["problem"], 23),
        Column(words["measures"], 30),
        Column(words["responsible"], 17),
        Column(words["cost"], 16, is_amount=True),
        Column(words["when"], 14),
    )
    rows = tuple(_make_problem_row(n, problem, some, telling) for n, problem, some in telling.number_measures())
    total = make_total_row(list_measures(telling), telling)
    return Table(words["by_problem"], columns, (*rows, total))


def _make_problem_row(n: int, problem: PlanProblem, measures: tuple[Numbered, ...], telling: Telling) -> Row:
    words = telling.words
    titles = [told.measure.title or words["without_title"] for told in measures]
    who = list(dict.fromkeys(told.measure.responsible for told in measures if told.measure.responsible))
    days = [day for told in measures if (day := told.measure.end)]
    most = MAX_NAMED if len(telling.plan.read.kept) <= FEW_PROBLEMS else 1
    costs = [told.measure for told in measures if told.measure.cost is not None]
    cost = say(write_kronor(sum_budget(tuple(costs)).total, words)) if costs else telling.tell_lack()
    return Row(
        (
            link(f"{n}. {telling.name_problem(problem)}", f"#p{n}", swedish=True),
            quote(name_some(titles, most, words)) or say(words["no_measures"]),
            quote(name_some(who, most, words)) or telling.tell_lack(),
            cost,
            say(write_days(None, max(days), words)) if days else telling.tell_lack(),
        )
    )
