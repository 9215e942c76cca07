"""A section says something, and something of its own."""

from collections import defaultdict
from collections.abc import Iterator

from indexer.checks.wording.alike import AlikeText, find_alike, read_allowed
from indexer.content.fault import Fault
from indexer.content.read_content import Content, Entry

MIN_WORDS = 12
"""The shortest section that ships has 14."""


def check_boilerplate(content: Content) -> Iterator[Fault]:
    """Sections that are too short, and sections nearly the same as another document's under the same heading."""
    by_heading: defaultdict[tuple[str, str], list[AlikeText]] = defaultdict(list)
    for entry in content.entries:
        for heading, section in _sections(entry):
            by_heading[entry.collection, heading].append(section)
            n_words = len(section.text.split())
            if n_words < MIN_WORDS:
                value, way_out = f"## {heading}: {n_words} words", f"write at least {MIN_WORDS}, or remove the section"
                yield Fault(
                    path=entry.file.path, line=section.line, fault="section too short", value=value, way_out=way_out
                )
    allowed = read_allowed(content)
    for (_, heading), sections in by_heading.items():
        for pair in find_alike(sections, allowed):
            value = f"## {heading}: {pair.likeness:.0%} as in {pair.first.entry.file.path}"
            way_out = "write what holds for this document alone"
            yield Fault(
                path=pair.second.entry.file.path,
                line=pair.second.line,
                fault="boilerplate section",
                value=value,
                way_out=way_out,
            )


def _sections(entry: Entry) -> Iterator[tuple[str, AlikeText]]:
    """Each heading of level 2 with the whole text under it, its parts included."""
    for placed in entry.file.sections:
        heading = placed.section.heading
        if placed.section.level == 2:
            texts = [block.text for block in entry.file.blocks if block.heading == heading]
            yield heading, AlikeText(entry, placed.line, " ".join(texts))
