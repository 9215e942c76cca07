"""One measure: how the municipality does it, what is known of it, what it takes, its work plan."""

from collections.abc import Iterator

from kb.documents import Step
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
from kb.plans.document.method_words import tell_known
from kb.plans.document.telling import Numbered, Telling
from kb.plans.document.words import Words
from kb.plans.plan import PlannedMeasure


def tell_measure(told: Numbered, telling: Telling) -> Iterator[Block]:
    words, measure = telling.words, told.measure
    name = measure.title or words["without_title"]
    yield Heading(level=3, spans=quote(f"{told.number} {name}"), anchor=told.anchor)
    if measure.is_statutory:
        yield Paragraph(say(words["is_statutory"], strong=True), "warning")
    if measure.text:
        yield Paragraph((*label(words["how"]), *quote(measure.text)))
    if measure.source:
        yield Paragraph((*label(words["paid_from"]), *quote(measure.source)))
    if measure.note:
        yield Paragraph((*label(words["note"]), *quote(measure.note)))
    if measure.planned:
        yield from _tell_method(measure.planned, telling)
    else:
        yield Paragraph(say(words["own_measure"]), "note")


def label(text: str) -> Spans:
    """What stands before a text and names it."""
    return (Span(text=f"{text}: ", is_strong=True),)


def cite_by_number(measure: PlannedMeasure, telling: Telling) -> Iterator[Block]:
    """The numbers of the measure's sources, each leading to the source."""
    numbers = telling.cited.list_numbers(measure)
    if numbers:
        links = [span for n in numbers for span in (*link(f"[{n}]", f"#s{n}"), Span(text=" "))]
        yield Paragraph((*label(telling.words["source_of"]), *links[:-1]), "note")


def _tell_method(measure: PlannedMeasure, telling: Telling) -> Iterator[Block]:
    words = telling.words
    yield Paragraph(quote(measure.summary))
    yield from tell_known(measure, words)
    facts = list(_list_facts(measure, words))
    if facts:
        yield Bullets(tuple(facts))
    if measure.steps:
        yield _make_step_table(measure, words)
        yield Paragraph(say(words["steps_note"]), "note")
    yield from cite_by_number(measure, telling)


def _list_facts(measure: PlannedMeasure, words: Words) -> Iterator[Spans]:
    if measure.run_by:
        yield (*label(words["run_by"]), *quote(", ".join(measure.run_by)))
    if measure.requires:
        yield (*label(words["requires"]), *quote("; ".join(measure.requires)))
    if measure.lacking:
        yield (*label(words["lacking"]), *quote("; ".join(measure.lacking), strong=True))
    if measure.cost:
        yield (*label(words["known_cost"]), *quote(measure.cost), *say(_tell_when_priced(measure, words)))
    if measure.time_to_start:
        yield (*label(words["time_to_start"]), *quote(measure.time_to_start))


def _tell_when_priced(measure: PlannedMeasure, words: Words) -> str:
    known = [words["prices"].format(year=measure.price_year)] if measure.price_year else []
    sought = [words["searched"].format(day=measure.cost_searched)] if measure.cost_searched else []
    return f" ({'; '.join([*known, *sought])})" if known or sought else ""


def _make_step_table(measure: PlannedMeasure, words: Words) -> Table:
    columns = (
        Column(words["who"], 18),
        Column(words["when"], 13),
        Column(words["does"], 37),
        Column(words["takes"], 14),
        Column(words["decided"], 18),
    )
    caption = f"{words['steps']}: {measure.title}"
    return Table(caption, columns, tuple(_make_step_row(step) for step in measure.steps))


def _make_step_row(step: Step) -> Row:
    texts = (step.who, step.when, step.what, step.takes, step.decision)
    return Row(tuple(quote(text or "") for text in texts))
