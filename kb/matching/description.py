"""A description in Markdown read into paragraphs, each under its heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.reading.lines import join_lines


@dataclass(frozen=True, slots=True)
class Paragraph:
    """position from 0 in the description; heading is that of the nearest heading above, or empty."""

    position: int
    heading: str
    text: str


def read_paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a description in Markdown, list items and table rows on lines of their own."""
    return [Paragraph(i, heading, body) for i, (heading, body) in enumerate(_blocks(text))]


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    heading = ""
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        lines = block.strip().split("\n")
        while lines and (match := re.match(r"#{1,6}\s+(.*?)\s*#*$", lines[0])):
            heading = match[1]
            lines = lines[1:]
        body = _mend(lines)
        if any(letter.isalpha() for letter in body):
            yield heading, body


def _mend(lines: list[str]) -> str:
    """The lines as one paragraph, without the markup of lists, tables and emphasis."""
    text = re.sub(r"(?m)^\s*(?:[-*•]|\d{1,2}[.)])\s+", "", join_lines(lines))
    return re.sub(r"(?m)^\|?[\s:|-]+\|?$\n?|[*_`]{1,2}", "", text).replace("|", " ").strip()
