"""The texts of a document that a reader meets, with the line of each."""

from collections.abc import Iterator
from dataclasses import dataclass

from indexer.content.read_content import Entry
from indexer.content.read_markdown import Location

HIDDEN = frozenset({"asked_as", "jargon", "title_en", "outcome_en", "english", "sources"})
"""Fields that are never shown, that are English, or that repeat what somebody else has written: a source's title."""


@dataclass(frozen=True, slots=True)
class ShownText:
    """A field's text, a heading, a paragraph, a list item or a table row."""

    line: int
    text: str


def find_shown_texts(entry: Entry) -> list[ShownText]:
    """The document's own words on screen: front matter first, then headings, then the body."""
    fields = (ShownText(entry.file.line_of(place), text) for place, text in _texts(entry.file.meta, ()))
    headings = (ShownText(placed.line, placed.section.heading) for placed in entry.file.sections)
    return [*fields, *headings, *(ShownText(block.line, block.text) for block in entry.file.blocks)]


def _texts(value: object, place: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in HIDDEN:
                yield from _texts(inner, (*place, str(name)))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _texts(inner, (*place, position))
