"""A description in Markdown read into paragraphs, each under its heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.reading.lines import join_lines

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$", re.M)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """position from 0 in the description; heading is that of the nearest heading above, or empty.

    above : the headings that heading stands under, outermost first, without the description's own title
    """

    position: int
    heading: str
    text: str
    above: tuple[str, ...] = ()


def read_paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a description in Markdown, list items and table rows on lines of their own."""
    return [Paragraph(i, heading, body, above) for i, (heading, body, above) in enumerate(_blocks(text))]


def _blocks(text: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(nearest heading, text, the headings above that one) of each paragraph."""
    title, path = _find_title(text), dict[int, str]()
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        lines = block.strip().split("\n")
        while lines and (match := _HEADING.match(lines[0])):
            path = {level: name for level, name in path.items() if level < len(match[1])} | {len(match[1]): match[2]}
            lines = lines[1:]
        body = _mend(lines)
        if any(letter.isalpha() for letter in body):
            *above, heading = path.values() or ("",)
            yield heading, body, tuple(name for name in above if name != title)


def _find_title(text: str) -> str:
    """The first heading when no other is of its level: it tells what the whole is, not a part of it."""
    levels = [(len(match[1]), match[2]) for match in _HEADING.finditer(text)]
    return levels[0][1] if levels and [level for level, _ in levels].count(levels[0][0]) == 1 else ""


def _mend(lines: list[str]) -> str:
    """The lines as one paragraph, without the markup of lists, tables and emphasis."""
    text = re.sub(r"(?m)^\s*(?:[-*•]|\d{1,2}[.)])\s+", "", join_lines(lines))
    return re.sub(r"(?m)^\|?[\s:|-]+\|?$\n?|[*_`]{1,2}", "", text).replace("|", " ").strip()
