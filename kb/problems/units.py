"""A description cut into its units: sentences, list items, rows of tables and headings, each as it stands.

Nobody pastes Markdown: a line from Word is a paragraph though no empty line follows, and a short line above a text is
its heading though nothing marks it. A line that only ran out of space is joined with the next.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kb.reading.lines import run_together
from kb.text.sentences import split_sentences

Form = Literal["heading", "sentence", "item", "row"]

MAX_HEADING_WORDS = 8
MAX_HEADING_CHARS = 70
WRAPPED_CHARS = 55
"""A line that ends without a sign and is shorter than this ended because the writer ended it."""
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_ITEM = re.compile(r"(?:[-*+•‣◦▪●○–—☒☑✓]|\[[xX]\]|\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
_ROW = re.compile(r"[^:;|]{1,60}: [^;|]+(?:; |$)")
_SEPARATOR = re.compile(r"[|\s:\-]+$")
_OPEN_WORDS = frozenset(
    (
        *(
            "i",
            "på",
            "vid",
            "av",
            "och",
            "eller",
            "att",
            "som",
            "den",
            "det",
            "en",
            "ett",
            "för",
            "med",
            "till",
            "från",
        ),
        *("om", "hos", "samt", "mellan", "under", "the", "a", "of", "in", "and", "to", "at"),
    )
)
"""No line ends with one of these but for want of space."""
_ENDS = (".", "!", "?", ":", "…", '."', ".”", "?”", "!”", ".)", "?)", "!)")
_MARKS = re.compile(r"\*\*|__|`|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The smallest part of a description that is read by itself.

    position : from 0 in the description; heading : the nearest one above, or empty
    above : the headings that one stands under, outermost first, without the description's own title
    block : number of the paragraph, list or table that it is part of, from 0
    is_clause : a part of a sentence that tells of several matters
    """

    position: int
    heading: str
    text: str
    above: tuple[str, ...] = ()
    form: Form = "sentence"
    block: int = 0
    is_clause: bool = False

    @property
    def headed(self) -> str:
        """The text after its heading."""
        return f"{self.heading}. {self.text}"


def read_units(text: str) -> list[Unit]:
    """The units of a description, those without a letter left out."""
    told = [part for part in _place_headings(_cut(text)) if any(map(str.isalpha, part.text))]
    return [replace(part, position=position) for position, part in enumerate(told)]


def join_blocks(units: Sequence[Unit]) -> list[Unit]:
    """The paragraphs, lists and tables that the units are parts of, headings left out; each with its first's place."""
    blocks: dict[int, list[Unit]] = {}
    for unit in units:
        if unit.form != "heading":
            blocks.setdefault(unit.block, []).append(unit)
    return [replace(parts[0], text=_join(parts)) for parts in blocks.values()]


def _join(parts: Sequence[Unit]) -> str:
    return (" " if parts[0].form == "sentence" else "\n").join(part.text for part in parts)


@dataclass(frozen=True, slots=True)
class _Part:
    """level : of a heading, 0 for all else, 7 for one that nothing marks."""

    form: Form
    text: str
    block: int
    level: int = 0


def _place_headings(parts: Iterator[_Part]) -> Iterator[Unit]:
    """The parts with the headings that they stand under."""
    every = list(parts)
    title, path = _find_title(every), dict[int, str]()
    for part in every:
        *above, heading = path.values() or ("",)
        if part.form == "heading":
            path = {level: name for level, name in path.items() if level < part.level} | {part.level: part.text}
            *above, heading = [name for level, name in path.items() if level < part.level] or [""]
        yield Unit(
            position=0,
            heading=heading,
            text=part.text,
            above=tuple(name for name in above if name != title),
            form=part.form,
            block=part.block,
        )


def _find_title(parts: Sequence[_Part]) -> str:
    """The first marked heading when no other is of its level: it tells what the whole is, not a part of it."""
    levels = [(part.level, part.text) for part in parts if 0 < part.level < 7]
    return levels[0][1] if levels and [level for level, _ in levels].count(levels[0][0]) == 1 else ""


def _cut(text: str) -> Iterator[_Part]:
    """The parts of the text in order."""
    lines = _join_wrapped(_clean(text))
    block = -1
    for i, line in enumerate(lines):
        if not line:
            continue
        kind = _classify(line, _next_line(lines, i))
        if block < 0 or not lines[i - 1] or kind == "heading":
            block += 1
        marked = _HEADING.match(line)
        if marked:
            yield _Part("heading", marked[2], block, len(marked[1]))
        elif kind == "sentence":
            yield from (_Part("sentence", sentence, block) for sentence in split_sentences(line, at_colon=False))
        else:
            yield _Part(
                kind, line if kind == "heading" else _ITEM.sub("", line, count=1), block, 7 * (kind == "heading")
            )


def _clean(text: str) -> list[str]:
    """The lines without spaces around them and without the marks of emphasis; a table's ruler is an empty line."""
    lines = [
        " ".join(_MARKS.sub("", line).split()) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    ]
    return ["" if _SEPARATOR.match(line) else line for line in lines]


def _join_wrapped(lines: Sequence[str]) -> list[str]:
    """The lines, each that only ran out of space together with those after it."""
    joined: list[list[str]] = []
    for line in lines:
        if joined and line and _goes_on(joined[-1][-1], line):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [run_together(group) if group[0] else "" for group in joined]


def _goes_on(line: str, after: str) -> bool:
    if not line or _HEADING.match(line) or _starts_anew(after) or _is_row(line):
        return False
    if line.endswith(("-", ",")) or after[0].islower():
        return not line.endswith(_ENDS) or (after[0].islower() and not line.endswith(":"))
    return line.rsplit(" ", 1)[-1].casefold() in _OPEN_WORDS or (
        len(line) >= WRAPPED_CHARS and not line.endswith(_ENDS)
    )


def _starts_anew(line: str) -> bool:
    return bool(_HEADING.match(line) or _ITEM.match(line)) or _is_row(line)


def _classify(line: str, after: str) -> Form:
    if _HEADING.match(line):
        return "heading"
    if _is_row(line):
        return "row"
    if _ITEM.match(line):
        return "heading" if _numbers_heading(line, after) else "item"
    if _is_short(line) and (line.endswith(":") or not line.endswith(_ENDS)):
        return "heading" if _heads(after) else "item"
    return "sentence"


def _numbers_heading(line: str, after: str) -> bool:
    """Whether the line is a numbered heading ("3. Skola"): short, and a text follows that is no item."""
    return (
        line[0].isdigit() and _is_short(line) and not line.endswith(_ENDS) and not _ITEM.match(after) and _heads(after)
    )


def _heads(after: str) -> bool:
    """Whether a short line above this one is its heading."""
    return bool(after) and (_starts_anew(after) or not _is_short(after) or after.endswith(_ENDS))


def _is_short(line: str) -> bool:
    return len(line) <= MAX_HEADING_CHARS and len(line.split()) <= MAX_HEADING_WORDS


def _is_row(line: str) -> bool:
    """Whether the line is a table's row: bars between cells, or at least two cells each after its column's name."""
    return line.startswith("|") or " | " in line or (line.count(": ") > 1 and "; " in line and bool(_ROW.match(line)))


def _next_line(lines: Sequence[str], i: int) -> str:
    return next((line for line in lines[i + 1 : i + 4] if line), "")
