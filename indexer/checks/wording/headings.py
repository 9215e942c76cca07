"""Headings are fixed and stand in a fixed order, so that a passage means the same in every document."""

from collections.abc import Iterator

from indexer.content.fault import Fault
from indexer.content.nearest import did_you_mean
from indexer.content.read_content import Content, Entry
from indexer.content.read_markdown import PlacedSection
from kb.vocabulary import AREA_HEADINGS, ASSESSED_KINDS, EXPERT_HEADINGS, GUIDANCE_HEADINGS

HEADINGS = {"guidance": GUIDANCE_HEADINGS, "problem-areas": AREA_HEADINGS, "experts": EXPERT_HEADINGS}


def check_headings(content: Content) -> Iterator[Fault]:
    """Unknown, repeated, misplaced, missing and skipped-level headings, and empty sections."""
    for entry in content.entries:
        if entry.file.meta:
            yield from _check_entry(entry, HEADINGS[entry.collection])


def _check_entry(entry: Entry, known: tuple[str, ...]) -> Iterator[Fault]:
    path, seen, level = entry.file.path, list[str](), 1
    for placed in entry.file.sections:
        section = placed.section
        if section.level == 1:
            yield Fault(
                path, placed.line, "heading of level 1", section.heading, "the title stands in the front matter"
            )
        elif section.level > level + 1:
            yield Fault(
                path, placed.line, f"heading level jumps from {level} to {section.level}", section.heading, "use ##"
            )
        level = section.level
        if section.level == 2:
            yield from _check_place(entry, placed, seen, known)
            seen.append(section.heading)
    for name in _required(entry, known):
        if name not in seen:
            yield Fault(path, 1, "heading is missing", f"## {name}", "add it, in its place")
    yield from _check_empty(entry)


def _check_place(entry: Entry, placed: PlacedSection, seen: list[str], known: tuple[str, ...]) -> Iterator[Fault]:
    path, heading = entry.file.path, placed.section.heading
    if heading not in known:
        yield Fault(path, placed.line, "unknown heading", f"## {heading}", did_you_mean(heading, known))
    elif heading in seen:
        yield Fault(path, placed.line, "heading given twice", f"## {heading}", "merge the two sections")
    elif seen and seen[-1] in known and known.index(heading) < known.index(seen[-1]):
        yield Fault(path, placed.line, "heading out of order", f"## {heading}", f"it stands before '{seen[-1]}'")


def _required(entry: Entry, known: tuple[str, ...]) -> tuple[str, ...]:
    if entry.collection == "guidance" and str(entry.file.meta.get("kind")) not in ASSESSED_KINDS:
        return known[:1]
    return known


def _check_empty(entry: Entry) -> Iterator[Fault]:
    placed = entry.file.sections
    for this, following in zip(placed, (*placed, None)[1:], strict=True):
        has_parts = following is not None and following.section.level > this.section.level
        if not this.section.text and not has_parts:
            yield Fault(entry.file.path, this.line, "empty section", this.section.heading, "write it, or remove it")
