"""A Word document read in the order of its body; headers, footers and comments are left out."""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from kb.reading.blocks import Block, could_be_heading, write_markdown
from kb.reading.characters import clean_characters
from kb.reading.gathered import Gathered
from kb.reading.lines import run_together
from kb.reading.package.office_package import OfficePackage
from kb.reading.package.xml_tree import parse_xml
from kb.reading.tables.line_blocks import make_line_blocks
from kb.reading.tables.rows import write_rows
from kb.reading.ticks import keep_ticked
from kb.reading.word.runs import LEFT_OUT, Document, gather, is_placeholder
from kb.reading.word.word_styles import SHADED, Looks, Style, apply_properties, is_shaded, read_styles, value_of
from kb.reading.word.word_tables import find_nearest, find_rows, read_table

BOLD_LEVEL = 4
"""Level of a heading that is one by its bold type alone."""

_NOTES = {"footnoteReference": ("footnotes", "footnote"), "endnoteReference": ("endnotes", "endnote")}
_PLAIN_LOOKS: Looks = frozenset()


def read_docx(package: OfficePackage) -> str:
    """The document as Markdown: headings as #, list items as `- item`, a table's rows as `Column: cell; Column: cell`.

    Notes stand in parentheses after their paragraph.

    Raises
    ------
    DescriptionRejected : one of its children, see `parse_xml`
    """
    styles = package.find("wordprocessingml.styles+xml", "word/styles.xml")
    document = Document(read_styles(parse_xml(package.read(styles))) if styles else {}, _read_notes(package))
    root = parse_xml(package.read(package.main))
    return write_markdown(_blocks(root, document, SHADED if root.find("background") is not None else _PLAIN_LOOKS))


def _read_notes(package: OfficePackage) -> Mapping[tuple[str, str], Element]:
    notes = {}
    for reference, (name, tag) in _NOTES.items():
        part = package.find(f"wordprocessingml.{name}+xml", f"word/{name}.xml")
        for note in parse_xml(package.read(part)).iter(tag) if part else ():
            notes[reference, note.get("id", "")] = note
    return notes


def _blocks(parent: Element, document: Document, looks: Looks) -> Iterator[Block]:
    """looks : what words inherit from what they stand in."""
    found, style = Gathered(), Style()
    for child in parent:
        if child.tag == "p":
            properties = child.find("pPr")
            style = apply_properties(document.style_of(properties, "pStyle"), properties)
            gather(child, found, style.looks | looks, document)
            if _goes_on(properties):
                continue
        yield from _paragraph_blocks(found, style, document)
        found = Gathered()
        if child.tag == "tbl":
            yield from _table_blocks(child, document, looks)
        elif child.tag != "p" and child.tag not in LEFT_OUT and not is_placeholder(child):
            yield from _blocks(child, document, looks)
    yield from _paragraph_blocks(found, style, document)


def _goes_on(properties: Element | None) -> bool:
    """Whether the end of the paragraph was deleted or moved away: the next one goes on in it."""
    marks = None if properties is None else properties.find("rPr")
    return marks is not None and any(marks.find(tag) is not None for tag in ("del", "moveFrom"))


def _paragraph_blocks(found: Gathered, style: Style, document: Document) -> Iterator[Block]:
    text = keep_ticked(clean_characters("".join(found.parts)))
    if not style.is_contents:
        is_bold = found.weights == {True}
        parts = [block for part in re.split(r"\n\s*\n", text) for block in _part_blocks(part, style, is_bold)]
        yield from _add_notes(parts, found, document)
    for box in found.boxes:
        yield from _blocks(box, document, SHADED)


def _part_blocks(part: str, style: Style, is_bold: bool) -> Iterator[Block]:
    blocks = list(make_line_blocks(part))
    lines = [block.text for block in blocks]
    if not blocks:
        return
    if style.level:
        yield Block(" ".join(lines), "heading", style.level)
    elif style.is_list and all(block.kind == "paragraph" for block in blocks[1:]):
        yield Block(run_together(lines), "item")
    elif blocks[0].kind == "paragraph" and len(lines) == 1 and is_bold and could_be_heading(lines[0]):
        yield Block(lines[0], "heading", BOLD_LEVEL)
    else:
        yield from blocks


def _add_notes(parts: list[Block], found: Gathered, document: Document) -> list[Block]:
    """The blocks, notes in parentheses at the end of the last."""
    notes = [text for note in found.notes if (text := _read_cell_text(note, document))]
    if not parts or not notes:
        return parts
    *first, last = parts
    return [*first, Block(f"{last.text} ({'; '.join(notes)})", last.kind, last.level)]


def _read_cell_text(note: Element, document: Document) -> str:
    return " ".join(" ".join(block.text for block in _blocks(note, document, _PLAIN_LOOKS)).split())


def _table_blocks(table: Element, document: Document, looks: Looks) -> Iterator[Block]:
    """A table's rows; a table of one column is a frame around blocks of any kind."""
    styled = value_of(table.find("tblPr"), "tblStyle") is not None
    looks = looks | SHADED if styled else looks
    if all(len(list(find_nearest(row, "tc"))) <= 1 for row in find_rows(table)):
        for row in find_rows(table):
            yield from _blocks(row, document, looks)
        return
    read = read_table(table, lambda cell: list(_cell_blocks(cell, document, looks)))
    yield from write_rows(read.grid, read.n_header)


def _cell_blocks(cell: Element, document: Document, looks: Looks) -> Iterator[Block]:
    return _blocks(cell, document, looks | SHADED if is_shaded(cell.find("tcPr")) else looks)
