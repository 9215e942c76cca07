"""A Word document read in the order of its body; headers, footers, notes and comments are left out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from kb.reading.blocks import Block, could_be_heading, write_markdown
from kb.reading.characters import clean_characters
from kb.reading.lines import CELL_BREAK, join_lines
from kb.reading.word.office_package import open_word_package
from kb.reading.word.word_styles import PLAIN, Style, apply_properties, is_on, read_styles, value_of
from kb.reading.word.xml_tree import parse_xml

BOLD_LEVEL = 4
"""Level of a heading that is one by its bold type alone."""

_BREAKS = {"br": "\n", "cr": "\n", "tab": " ", "noBreakHyphen": "-", "softHyphen": "\xad"}
_LEFT_OUT = frozenset({"del", "moveFrom", "pPr", "rPr", "sectPr", "tblPr", "sdtPr", "instrText", "delText", "Fallback"})
"""What was struck out or moved away, properties, codes of fields, and text boxes a second time for old Word."""

Styles = Mapping[str, Style]


@dataclass(slots=True)
class _Found:
    """What a paragraph holds: its text in parts, whether words are bold or not, and text boxes anchored in it."""

    parts: list[str] = field(default_factory=list)
    weights: set[bool] = field(default_factory=set)
    boxes: list[Element] = field(default_factory=list)


def read_docx(raw: bytes) -> str:
    """The document as Markdown: headings as #, list items as `- item`, a table's rows as `cell | cell`.

    Raises
    ------
    DescriptionRejected : one of its children, see `open_word_package` and `parse_xml`
    """
    package = open_word_package(raw)
    styles = read_styles(parse_xml(package.read(package.styles))) if package.styles else {}
    return write_markdown(_blocks(parse_xml(package.read(package.document)), styles))


def _blocks(parent: Element, styles: Styles) -> Iterator[Block]:
    for child in parent:
        if child.tag == "p":
            yield from _paragraph_blocks(child, styles)
        elif child.tag == "tbl":
            yield from _table_blocks(child, styles)
        elif child.tag not in _LEFT_OUT:
            yield from _blocks(child, styles)


def _paragraph_blocks(paragraph: Element, styles: Styles) -> Iterator[Block]:
    properties = paragraph.find("pPr")
    style = apply_properties(styles.get(value_of(properties, "pStyle") or "", PLAIN), properties)
    found = _Found()
    _gather(paragraph, found, style.is_bold, styles)
    if not style.is_contents:
        for part in re.split(r"\n\s*\n", clean_characters("".join(found.parts))):
            text = join_lines(part.split("\n"))
            if text:
                yield _make_block(text, style, found.weights == {True})
    for box in found.boxes:
        yield from _blocks(box, styles)


def _gather(element: Element, found: _Found, is_bold: bool, styles: Styles) -> None:
    for child in element:
        if child.tag == "t" and child.text:
            found.parts.append(child.text)
            found.weights.update({is_bold} if child.text.strip() else ())
        elif child.tag in _BREAKS:
            found.parts.append("" if child.get("type") == "page" else _BREAKS[child.tag])
        elif child.tag == "txbxContent":
            found.boxes.append(child)
        elif child.tag == "r":
            _gather_run(child, found, is_bold, styles)
        elif child.tag not in _LEFT_OUT:
            _gather(child, found, is_bold, styles)


def _gather_run(run: Element, found: _Found, is_bold: bool, styles: Styles) -> None:
    properties = run.find("rPr")
    if not is_on(properties, "vanish"):
        own = is_on(properties, "b")
        styled = styles.get(value_of(properties, "rStyle") or "", PLAIN).is_bold
        _gather(run, found, is_bold or styled if own is None else own, styles)


def _make_block(text: str, style: Style, is_all_bold: bool) -> Block:
    if style.level:
        return Block(" ".join(text.split("\n")), "heading", style.level)
    if style.is_list:
        return Block(text, "item")
    return Block(text, "heading", BOLD_LEVEL) if is_all_bold and could_be_heading(text) else Block(text)


def _table_blocks(table: Element, styles: Styles) -> Iterator[Block]:
    """A table's rows; a row of one cell is a frame around blocks of any kind."""
    for row in _nearest(table, "tr"):
        cells = list(_nearest(row, "tc"))
        if len(cells) == 1:
            yield from _blocks(row, styles)
            continue
        texts = [_cell_text(cell, styles) for cell in cells]
        if any(texts):
            yield Block(CELL_BREAK.join(texts), "row")


def _nearest(parent: Element, tag: str) -> Iterator[Element]:
    """The elements of a tag below the parent, and none inside another of them: rows of nested tables are not ours."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _nearest(child, tag)


def _cell_text(cell: Element, styles: Styles) -> str:
    return " ".join(" ".join(block.text for block in _blocks(cell, styles)).split())
