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
                path=path,
                line=placed.line,
                fault="heading of level 1",
                value=section.heading,
                way_out="the title stands in the front matter",
            )
        elif section.level > level + 1:
            yield Fault(
                path=path,
                line=placed.line,
                fault=f"heading level jumps from {level} to {section.level}",
                value=section.heading,
                way_out="use ##",
            )
        level = section.level
        if section.level == 2:
            yield from _check_place(entry, placed, seen, known)
            seen.append(section.heading)
    for name in _required(entry, known):
        if name not in seen:
            yield Fault(
                path=path, line=1, fault="heading is missing", value=f"## {name}", way_out="add it, in its place"
            )
    yield from _check_empty(entry)


def _check_place(entry: Entry, placed: PlacedSection, seen: list[str], known: tuple[str, ...]) -> Iterator[Fault]:
    path, heading = entry.file.path, placed.section.heading
    if heading not in known:
        yield Fault(
            path=path,
            line=placed.line,
            fault="unknown heading",
            value=f"## {heading}",
            way_out=did_you_mean(heading, known),
        )
    elif heading in seen:
        yield Fault(
            path=path,
            line=placed.line,
            fault="heading given twice",
            value=f"## {heading}",
            way_out="merge the two sections",
        )
    elif seen and seen[-1] in known and known.index(heading) < known.index(seen[-1]):
        yield Fault(
            path=path,
            line=placed.line,
            fault="heading out of order",
            value=f"## {heading}",
            way_out=f"it stands before '{seen[-1]}'",
        )


def _required(entry: Entry, known: tuple[str, ...]) -> tuple[str, ...]:
    if entry.collection == "guidance" and str(entry.file.meta.get("kind")) not in ASSESSED_KINDS:
        return known[:1]
    return known


def _check_empty(entry: Entry) -> Iterator[Fault]:
    placed = entry.file.sections
    for this, following in zip(placed, (*placed, None)[1:], strict=True):
        has_parts = following is not None and following.section.level > this.section.level
        if not this.section.text and not has_parts:
            yield Fault(
                path=entry.file.path,
                line=this.line,
                fault="empty section",
                value=this.section.heading,
                way_out="write it, or remove it",
            )
