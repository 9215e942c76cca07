"""A plan as Markdown: its outline, with an empty line between two parts."""

from collections.abc import Iterator

from kb.plans.labels import PlanLanguage
from kb.plans.outline import (
    Block,
    Experts,
    Items,
    Outline,
    ProblemOutline,
    Quotes,
    Rows,
    Sentence,
    ToFillIn,
    outline_plan,
)
from kb.plans.outline_measures import Suggestion, Suggestions
from kb.plans.plan import Plan
from kb.plans.row import Row

LISTED = ("indicators", "steps")
"""Rows whose texts are sentences: each has a line."""


def write_markdown(plan: Plan, language: PlanLanguage = "sv") -> str:
    """The plan as one Markdown document, its labels in the language."""
    return "\n\n".join(part for part in _parts(outline_plan(plan, language)) if part) + "\n"


def _parts(outline: Outline) -> Iterator[str]:
    yield f"# {outline.heading}"
    yield f"{outline.opening} \n`{outline.snapshot_id}`. {outline.closing}"
    if outline.missing:
        yield f"{outline.missing.label}: {outline.missing.text} (4 §)."
    for problem in outline.problems:
        yield from _problem(problem)


def _problem(problem: ProblemOutline) -> Iterator[str]:
    yield f"## {problem.heading}"
    for section in problem.sections:
        yield f"### {section.heading}"
        for block in section.blocks:
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Quotes(texts):
            yield from ("\n".join(f"> {line}" for line in text.splitlines()) for text in texts)
        case Items(texts):
            yield "\n".join(f"- {text}" for text in texts)
        case Rows(rows):
            yield _list_rows(rows)
        case Sentence(text):
            yield text
        case ToFillIn(text):
            yield f"*{text}*"
        case Suggestions(suggestions):
            for suggestion in suggestions:
                yield from _suggestion(suggestion)
        case Experts(experts):
            yield "\n".join(f"- {told} <{expert.way_in}>" if expert.way_in else f"- {told}" for told, expert in experts)


def _suggestion(suggestion: Suggestion) -> Iterator[str]:
    if suggestion.kind != "method":
        yield f"**{suggestion.lead}.** {suggestion.text}"
        return
    yield f"#### {suggestion.lead}"
    yield suggestion.text
    yield _list_rows(suggestion.rows)


def _list_rows(rows: tuple[Row, ...]) -> str:
    return "\n".join(_row(row) for row in rows)


def _row(row: Row) -> str:
    label = f"- **{row.label}:**"
    if row.key in LISTED:
        return "\n".join([label, *(f"    - {text}" for text in row.texts)])
    return f"{label} *{row.text}*" if row.is_to_fill_in else f"{label} {row.text}"
