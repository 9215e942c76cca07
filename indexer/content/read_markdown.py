"""A content file, read: its front matter with line numbers, its sections, links and citations.

Nothing is decided here; what is wrong with a file is kept beside what was read, for the checks to report.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from indexer.content.fault import Fault
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
class Block:
    """A paragraph, list item or table row.

    heading : of level 2, that it stands under; line : where it begins; text : without markup and citations
    is_item : of an outermost list
    """

    heading: str
    line: int
    text: str
    citations: tuple[str, ...]
    is_item: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentFile:
    """path as given; slug from its name; lines : place in the front matter -> line, from 1; faults met in reading."""

    path: Path
    slug: str
    meta: Mapping[str, Any]
    lines: Mapping[Location, int]
    sections: tuple[PlacedSection, ...] = ()
    links: tuple[Link, ...] = ()
    faults: tuple[Fault, ...] = field(default=())
    blocks: tuple[Block, ...] = ()

    def line_of(self, location: Location) -> int:
        """The line of the place in the front matter, or of the nearest place around it that is written out."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)

    def fault(self, location: Location, fault: str, value: object, way_out: str, *, is_warning: bool = False) -> Fault:
        return Fault(
            path=self.path,
            line=self.line_of(location),
            fault=fault,
            value=str(value),
            way_out=way_out,
            is_warning=is_warning,
        )


def read_file(path: Path) -> ContentFile:
    """The file's content; what cannot be read is told in its faults."""
    text, fault = _read_text(path)
    if fault:
        return ContentFile(path=path, slug=path.stem, meta={}, lines={}, faults=(fault,))
    tokens = _parser().parse(text)
    if not tokens or tokens[0].type != "front_matter":
        missing = Fault(
            path=path,
            line=1,
            fault="no front matter",
            value=text[:20].strip(),
            way_out="begin the file with --- and its fields",
        )
        return ContentFile(path=path, slug=path.stem, meta={}, lines={}, faults=(missing,))
    meta, lines, faults = _read_yaml(path, tokens[0].content)
    return ContentFile(
        path=path,
        slug=path.stem,
        meta=meta,
        lines=lines,
        sections=tuple(_sections(tokens, text.split("\n"))),
        links=tuple(_links(tokens)),
        faults=(*faults, *_before_headings(path, tokens), *_html(path, tokens)),
        blocks=tuple(_blocks(tokens)),
    )


def _read_text(path: Path) -> tuple[str, Fault | None]:
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        return "", Fault(
            path=path, line=1, fault="file that cannot be read", value=str(error.strerror), way_out="mend or remove it"
        )
    if size > MAX_BYTES:
        return "", Fault(
            path=path,
            line=1,
            fault="file too large",
            value=f"{size} bytes",
            way_out=f"split it; at most {MAX_BYTES} bytes are read",
        )
    try:
        return re.sub("\r\n?", "\n", raw.decode("utf-8-sig")), None
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", Fault(
            path=path,
            line=line,
            fault="not UTF-8",
            value=repr(raw[error.start : error.end]),
            way_out="save the file as UTF-8",
        )


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable("table").use(front_matter_plugin)


def _read_yaml(path: Path, text: str) -> tuple[dict[str, Any], dict[Location, int], list[Fault]]:
    """The fields, where each stands, and what is wrong."""
    try:
        if harm := _find_harm(path, text):
            return {}, {}, [harm]
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        lines = dict(_lines(node, ()))
        meta = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        problem = getattr(error, "problem", None) or "unreadable"
        return (
            {},
            {},
            [
                Fault(
                    path=path,
                    line=line,
                    fault="YAML that cannot be read",
                    value=problem,
                    way_out="quote texts that hold a colon or #",
                )
            ],
        )
    except (ValueError, KeyError, AttributeError):  # PyYAML's constructors let these through, without a place
        return {}, {}, list(_unreadable_values(path, node))
    if not isinstance(meta, dict):
        return (
            {},
            {},
            [
                Fault(
                    path=path,
                    line=1,
                    fault="front matter is no list of fields",
                    value=type(meta).__name__,
                    way_out="write field: value",
                )
            ],
        )
    duplicates = [
        Fault(path=path, line=line, fault="field given twice", value=name, way_out="keep one of them")
        for name, line in _repeated_keys(node)
    ]
    return meta, lines, duplicates


def _find_harm(path: Path, text: str) -> Fault | None:
    """Anchors let a small file grow huge, and libyaml's composer overflows its stack on deep nesting."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = event.start_mark.line + 2 if event.start_mark else 1
        if anchor := getattr(event, "anchor", None):
            return Fault(
                path=path, line=line, fault="YAML anchor or alias", value=anchor, way_out="write the value out"
            )
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            return Fault(
                path=path,
                line=line,
                fault="YAML nested too deep",
                value=f"over {MAX_DEPTH} levels",
                way_out="flatten it",
            )
    return None


def _unreadable_values(path: Path, node: yaml.Node | None) -> Iterator[Fault]:
    """Values that have the form of a kind that they are not: 2026-13-45 looks like a date."""
    if isinstance(node, yaml.ScalarNode):
        try:
            yaml.CSafeLoader("").construct_object(node)
        except (ValueError, KeyError, AttributeError) as error:
            line = node.start_mark.line + 2
            yield Fault(
                path=path,
                line=line,
                fault="value that cannot be read",
                value=node.value[:80],
                way_out=f"mend it, or quote it ({error})",
            )
    elif isinstance(node, yaml.CollectionNode):
        for child in node.value:
            for part in child if isinstance(child, tuple) else (child,):
                yield from _unreadable_values(path, part)


def _lines(node: yaml.Node | None, location: Location) -> Iterator[tuple[Location, int]]:
    if node is None:
        return
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
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if key.value in seen:
            yield key.value, key.start_mark.line + 2
        seen.add(key.value)
        yield from _repeated_keys(value)
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        yield from _repeated_keys(item)


def _sections(tokens: list[Token], lines: list[str]) -> Iterator[PlacedSection]:
    headings = [i for i, token in enumerate(tokens) if token.type == "heading_open"]
    anchors: dict[str, int] = {}
    for first, last in zip(headings, [*headings, len(tokens)][1:], strict=True):
        opening, title = tokens[first], tokens[first + 1].content
        begin = (opening.map or [0, 0])[1]
        end = (tokens[last].map or [0])[0] if last < len(tokens) else len(lines)
        markdown = "\n".join(lines[begin:end]).strip()
        text = plain_text(tokens[first + 3 : last])
        cited = tuple(dict.fromkeys(find_citations(markdown)))
        section = Section(
            heading=title,
            anchor=_anchor(title, anchors),
            level=int(opening.tag[1]),
            markdown=markdown,
            text=text,
            citations=cited,
        )
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


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    """The cells of a table row are one block: a citation in one of them speaks for the row."""
    heading, line = "", 1
    row: list[Token] | None = None
    depth = 0
    for opening, token in pairwise(tokens):
        line = token.map[0] + 1 if token.map else line
        depth += (token.type == "list_item_open") - (token.type == "list_item_close")
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row:
            yield _block(heading, line, row)
            row = None
        elif token.type == "inline" and opening.type == "heading_open":
            heading = token.content if opening.tag == "h2" else heading
        elif token.type == "inline" and row is None:
            yield replace(_block(heading, line, [token]), is_item=depth == 1)
        elif token.type == "inline" and row is not None:
            row.append(token)


def _block(heading: str, line: int, inline: list[Token]) -> Block:
    cited = dict.fromkeys(name for token in inline for name in find_citations(token.content))
    return Block(heading, line, " ".join(plain_text(inline).split("\n")), tuple(cited))


def _before_headings(path: Path, tokens: list[Token]) -> Iterator[Fault]:
    """Text that belongs to no section would be lost."""
    for token in tokens:
        if token.type == "heading_open":
            return
        if token.type == "inline":
            line = (token.map or [0])[0] + 1
            yield Fault(
                path=path,
                line=line,
                fault="text before the first heading",
                value=token.content[:40],
                way_out="move it under a heading",
            )


def _html(path: Path, tokens: list[Token]) -> Iterator[Fault]:
    for token in tokens:
        found = [token] if token.type == "html_block" else [c for c in token.children or [] if c.type == "html_inline"]
        for html in found:
            line = (token.map or [0])[0] + 1
            yield Fault(
                path=path,
                line=line,
                fault="HTML in Markdown",
                value=html.content.strip()[:40],
                way_out="write it in Markdown",
            )
