"""The blocks that a document consists of, and how they look in Markdown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from kb.reading.lines import has_list_mark

MAX_LEVEL = 6
MAX_HEADING_CHARS = 100

Kind = Literal["paragraph", "heading", "item", "row"]


@dataclass(frozen=True, slots=True)
class Block:
    """text without marks of its kind, a row's cells apart by CELL_BREAK; level : of a heading, from 1."""

    text: str
    kind: Kind = "paragraph"
    level: int = 0


def write_markdown(blocks: Iterable[Block]) -> str:
    """The blocks in order, blank lines between; items of one list, and rows of one table, follow on each other.

    >>> write_markdown([Block("Lägesbild", "heading", 1), Block("klotter", "item"), Block("inbrott", "item")])
    '# Lägesbild\\n\\n- klotter\\n- inbrott'
    """
    return "".join(_write(blocks)).strip()


def could_be_heading(text: str) -> bool:
    """Whether a text set off by its looks reads as a heading: short, with a word, and not a sentence."""
    return len(text) <= MAX_HEADING_CHARS and any(map(str.isalpha, text)) and text[-1] not in ".,;" and "\n" not in text


def _write(blocks: Iterable[Block]) -> Iterator[str]:
    before = None
    for block in blocks:
        yield "\n" if block.kind == before and before in ("item", "row") else "\n\n"
        yield _mark(block) + block.text
        before = block.kind


def _mark(block: Block) -> str:
    if block.kind == "heading":
        return "#" * min(block.level, MAX_LEVEL) + " "
    return "- " if block.kind == "item" and not has_list_mark(block.text) else ""
