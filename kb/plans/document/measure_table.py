"""Who does what, when and for how much: measures as a table, with their sum."""

from collections.abc import Sequence

from kb.plans.document.blocks import Column, Row, Table, say
from kb.plans.document.telling import Numbered, Telling
from kb.plans.document.words import count, write_kronor
from kb.plans.working.budget import sum_budget


def make_measure_table(caption: str, measures: Sequence[Numbered], telling: Telling) -> Table:
    """A row a measure, and the sum of what they cost."""
    words = telling.words
    columns = (
        Column(words["measure"], 31),
        Column(words["responsible"], 20),
        Column(words["when"], 18),
        Column(words["cost"], 17, is_amount=True),
        Column(words["status"], 14),
    )
    rows = tuple(_make_row(told, telling) for told in measures)
    return Table(caption, columns, (*rows, make_total_row(measures, telling)))


def make_total_row(measures: Sequence[Numbered], telling: Telling) -> Row:
    """What the measures cost together, and how many have no cost: the first and the fourth of five columns."""
    words, budget = telling.words, sum_budget(tuple(told.measure for told in measures))
    lead = words["sum_without"].format(n=budget.n_untold) if budget.n_untold else words["sum"]
    n = say(count(len(measures), "proposal" if telling.plan.is_draft else "measure", words))
    is_told = budget.n_untold < len(measures) or not measures
    total = say(write_kronor(budget.total, words)) if is_told else telling.tell_lack()
    return Row((say(lead if is_told else words["sum"]), n, (), total, ()), is_total=True)


def _make_row(told: Numbered, telling: Telling) -> Row:
    measure = told.measure
    return Row(
        (
            telling.tell_title(told),
            telling.tell_responsible(measure),
            telling.tell_when(measure),
            telling.tell_cost(measure),
            say(telling.tell_status(measure)),
        )
    )
