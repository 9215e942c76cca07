"""A content file, read: its front matter with line numbers, its sections, links and citations.

Nothing is decided here; what is wrong with a file is kept beside what was read, for the checks to report.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from indexer.fault import Fault
from kb.documents import Section

MAX_BYTES = 256 * 1024
MAX_DEPTH = 8
CITATION = re.compile(r"\s*\[@([a-z0-9-]+(?:[;,]\s*@[a-z0-9-]+)*)\]")

Location = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int
    line: int


@dataclass(frozen=True, slots=True)
class Link:
    target: str
    line: int


@dataclass(frozen=True, slots=True)
class PlacedSection:
    """A section and the line where its heading stands."""

    section: Section
    line: int


@dataclass(frozen=True, slots=True)
class ContentFile:
    """path as given; slug from its name; lines : place in the front matter -> line, from 1; faults met in reading."""

    path: Path
    slug: str
    meta: Mapping[str, Any]
    lines: Mapping[Location, int]
    sections: tuple[PlacedSection, ...] = ()
    links: tuple[Link, ...] = ()
    faults: tuple[Fault, ...] = field(default=())

    def line_of(self, location: Location) -> int:
        """The line of the place in the front matter, or of the nearest place around it that is written out."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)

    def fault(self, location: Location, fault: str, value: object, way_out: str, *, is_warning: bool = False) -> Fault:
        return Fault(self.path, self.line_of(location), fault, str(value), way_out, is_warning)


def read_file(path: Path) -> ContentFile:
    """The file's content; what cannot be read is told in its faults."""
    text, fault = _read_text(path)
    if fault:
        return ContentFile(path, path.stem, {}, {}, faults=(fault,))
    tokens = _parser().parse(text)
    if not tokens or tokens[0].type != "front_matter":
        missing = Fault(path, 1, "no front matter", text[:20].strip(), "begin the file with --- and its fields")
        return ContentFile(path, path.stem, {}, {}, faults=(missing,))
    meta, lines, faults = _read_yaml(path, tokens[0].content)
    return ContentFile(
        path,
        path.stem,
        meta,
        lines,
        tuple(_sections(tokens, text.split("\n"))),
        tuple(_links(tokens)),
        (*faults, *_html(path, tokens)),
    )


def _read_text(path: Path) -> tuple[str, Fault | None]:
    size = path.stat().st_size
    if size > MAX_BYTES:
        return "", Fault(path, 1, "file too large", f"{size} bytes", f"split it; at most {MAX_BYTES} bytes are read")
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8").replace("\r\n", "\n"), None
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", Fault(path, line, "not UTF-8", repr(raw[error.start : error.end]), "save the file as UTF-8")


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable("table").use(front_matter_plugin)


def _read_yaml(path: Path, text: str) -> tuple[dict[str, Any], dict[Location, int], list[Fault]]:
    """The fields, where each stands, and what is wrong; anchors are refused, since they let a small file grow huge."""
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if anchor := getattr(event, "anchor", None):
                line = event.start_mark.line + 2 if event.start_mark else 1
                return {}, {}, [Fault(path, line, "YAML anchor or alias", anchor, "write the value out")]
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        lines = dict(_lines(node, ()))
        meta = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        problem = getattr(error, "problem", None) or "unreadable"
        return {}, {}, [Fault(path, line, "YAML that cannot be read", problem, "quote texts that hold a colon or #")]
    except RecursionError:
        return {}, {}, [Fault(path, 1, "YAML nested too deep", f"over {MAX_DEPTH} levels", "flatten it")]
    if not isinstance(meta, dict):
        return {}, {}, [Fault(path, 1, "front matter is no list of fields", type(meta).__name__, "write field: value")]
    duplicates = [
        Fault(path, line, "field given twice", name, "keep one of them") for name, line in _repeated_keys(node)
    ]
    return meta, lines, duplicates


def _lines(node: yaml.Node | None, location: Location) -> Iterator[tuple[Location, int]]:
    if node is None:
        return
    if len(location) > MAX_DEPTH:
        raise RecursionError
    yield location, node.start_mark.line + 2
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*location, str(key.value))
            yield from _lines(value, inner)
            yield inner, key.start_mark.line + 2
    elif isinstance(node, yaml.SequenceNode):
        for position, item in enumerate(node.value):
            yield from _lines(item, (*location, position))


def _repeated_keys(node: yaml.Node | None) -> Iterator[tuple[str, int]]:
    seen: set[str] = set()
    for key, _ in node.value if isinstance(node, yaml.MappingNode) else ():
        if key.value in seen:
            yield key.value, key.start_mark.line + 2
        seen.add(key.value)


def _sections(tokens: list[Token], lines: list[str]) -> Iterator[PlacedSection]:
    headings = [i for i, token in enumerate(tokens) if token.type == "heading_open"]
    anchors: dict[str, int] = {}
    for first, last in zip(headings, [*headings[1:], len(tokens)], strict=True):
        opening, title = tokens[first], tokens[first + 1].content
        begin = (opening.map or [0, 0])[1]
        end = (tokens[last].map or [0])[0] if last < len(tokens) else len(lines)
        markdown = "\n".join(lines[begin:end]).strip()
        text = plain_text(tokens[first + 3 : last])
        cited = tuple(dict.fromkeys(find_citations(markdown)))
        section = Section(title, _anchor(title, anchors), int(opening.tag[1]), markdown, text, cited)
        yield PlacedSection(section, (opening.map or [0])[0] + 1)


def find_citations(markdown: str) -> list[str]:
    """The source ids cited in the text, in order: `[@a]` and `[@a; @b]`."""
    return [name.strip().lstrip("@") for match in CITATION.finditer(markdown) for name in re.split("[;,]", match[1])]


def plain_text(tokens: list[Token]) -> str:
    """The words of the tokens, without markup and citations; a line a paragraph or list item."""
    blocks = (_inline_text(token) for token in tokens if token.type == "inline")
    return "\n".join(block for block in blocks if block)


def _inline_text(token: Token) -> str:
    parts = []
    for child in token.children or []:
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
    return CITATION.sub("", "".join(parts)).strip()


def _anchor(title: str, taken: dict[str, int]) -> str:
    plain = title.casefold().translate(str.maketrans("åäöé", "aaoe"))
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "avsnitt"
    taken[base] = taken.get(base, 0) + 1
    return base if taken[base] == 1 else f"{base}-{taken[base]}"


def _links(tokens: list[Token]) -> Iterator[Link]:
    for token in tokens:
        for child in token.children or []:
            if child.type == "link_open":
                yield Link(str(child.attrs["href"]), (token.map or [0])[0] + 1)


def _html(path: Path, tokens: list[Token]) -> Iterator[Fault]:
    for token in tokens:
        found = [token] if token.type == "html_block" else [c for c in token.children or [] if c.type == "html_inline"]
        for html in found:
            line = (token.map or [0])[0] + 1
            yield Fault(path, line, "HTML in Markdown", html.content.strip()[:40], "write it in Markdown")
