"""A method can be begun on Monday: each step has its actor and time, each indicator its source and target."""

import re
from collections.abc import Iterator

from indexer.content.excerpt import quote_excerpt
from indexer.content.fault import Fault
from indexer.content.front_matter import Guidance
from indexer.content.read_content import Content, Entry
from indexer.content.read_markdown import Block
from indexer.content.work_plan import FOLLOW_UP, STEPS, list_items, read_indicator, read_step
from kb.vocabulary import ASSESSED_KINDS

_FIRST_WEEK = re.compile(r"\bvecka 1\b", re.IGNORECASE)


def check_work_plan(content: Content) -> Iterator[Fault]:
    """Steps without actor or time, methods without a step in the first week, indicators without source or target."""
    for entry in content.of("guidance"):
        model = entry.model
        if isinstance(model, Guidance) and model.kind in ASSESSED_KINDS and model.recommendation != "avråds":
            yield from _check_steps(entry)
            yield from _check_indicators(entry)


def _check_steps(entry: Entry) -> Iterator[Fault]:
    blocks = list_items(entry.file, STEPS)
    steps = [(block, read_step(block)) for block in blocks]
    for block, step in steps:
        if step.who is None:
            yield _fault(entry, block, "step without actor or time", "begin it with '**role, vecka 1:**'")
    if not any(step.when and _FIRST_WEEK.search(step.when) for _, step in steps):
        line = blocks[0].line if blocks else _line_of(entry, STEPS)
        way_out = "say who does what in 'vecka 1'"
        fault, value = "no step in the first week", f"{len(steps)} steps"
        yield Fault(path=entry.file.path, line=line, fault=fault, value=value, way_out=way_out)


def _check_indicators(entry: Entry) -> Iterator[Fault]:
    blocks = list_items(entry.file, FOLLOW_UP)
    if not blocks:
        line, way_out = _line_of(entry, FOLLOW_UP), "list what is measured"
        yield Fault(path=entry.file.path, line=line, fault="no indicator", value=f"## {FOLLOW_UP}", way_out=way_out)
    for block in blocks:
        indicator = read_indicator(block)
        if not (indicator.source and indicator.target):
            yield _fault(entry, block, "indicator without source or target", "add 'Källa: ...' and 'Mål: ...'")


def _fault(entry: Entry, block: Block, fault: str, way_out: str) -> Fault:
    return Fault(path=entry.file.path, line=block.line, fault=fault, value=quote_excerpt(block.text), way_out=way_out)


def _line_of(entry: Entry, heading: str) -> int:
    return next((placed.line for placed in entry.file.sections if placed.section.heading == heading), 1)
