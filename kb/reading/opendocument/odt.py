"""A text or a spreadsheet of OpenDocument read in the order of its body."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from kb.reading.blocks import Block, could_be_heading, write_markdown
from kb.reading.characters import clean_characters
from kb.reading.gathered import Gathered
from kb.reading.lines import run_together
from kb.reading.opendocument.odt_styles import PLAIN, read_styles
from kb.reading.opendocument.odt_tables import read_table
from kb.reading.opendocument.odt_words import LEFT_OUT, Styles, gather
from kb.reading.package.office_package import OfficePackage
from kb.reading.package.xml_tree import parse_xml
from kb.reading.tables.cells import join_cell
from kb.reading.tables.line_blocks import make_line_blocks
from kb.reading.tables.rows import write_rows
from kb.reading.tables.sheets import name_sheet
from kb.reading.ticks import keep_ticked

BOLD_LEVEL = 4
"""Level of a heading that is one by its bold type alone."""


def read_odt(package: OfficePackage) -> str:
    """The document as Markdown: headings as #, list items as `- item`, a table's rows as `Column: cell; Column: cell`.

    Notes stand in parentheses after their paragraph; what was deleted, struck out or hidden is left out.

    Raises
    ------
    DescriptionRejected : one of its children, see `parse_xml`
    """
    root = parse_xml(package.read(package.main))
    common = package.find("", "styles.xml")
    roots = [parse_xml(package.read(common)), root] if common else [root]
    body = root.find("body")
    if body is None:
        return ""
    return write_markdown(_blocks(body, read_styles(roots), is_sheet=package.kind == "ods"))


def _blocks(
    parent: Iterable[Element], styles: Styles, is_sheet: bool = False, is_shaded: bool = False
) -> Iterator[Block]:
    for child in parent:
        if child.tag in ("p", "h"):
            yield from _paragraph_blocks(child, styles, is_shaded)
        elif child.tag in ("list-item", "list-header"):
            yield from _item_blocks(child, styles, is_shaded)
        elif child.tag == "table":
            yield from _table_blocks(child, styles, is_sheet)
        elif child.tag not in LEFT_OUT and child.get("display") != "none":
            yield from _blocks(child, styles, is_sheet, is_shaded)


def _paragraph_blocks(paragraph: Element, styles: Styles, is_shaded: bool) -> Iterator[Block]:
    words = Gathered()
    gather(paragraph, words, styles, is_shaded)
    text = keep_ticked(clean_characters("".join(words.parts)))
    notes = [note for body in words.notes if (note := _join(_blocks(body, styles)))]
    blocks = list(_make_blocks(text, paragraph, styles, words.weights == {True}))
    if blocks and notes:
        last = blocks.pop()
        blocks.append(Block(f"{last.text} ({'; '.join(notes)})", last.kind, last.level))
    yield from blocks
    for box in words.boxes:
        yield from _blocks(box, styles, is_shaded=True)


def _make_blocks(text: str, paragraph: Element, styles: Styles, is_bold: bool) -> Iterator[Block]:
    level = paragraph.get("outline-level", "1") if paragraph.tag == "h" else ""
    is_title = styles.get(paragraph.get("style-name", ""), PLAIN).is_title
    line = " ".join(text.split())
    if line and (level.isdecimal() or is_title):
        yield Block(line, "heading", int(level[:2]) if level else 1)
    elif line and is_bold and "\n" not in text and could_be_heading(line):
        yield Block(line, "heading", BOLD_LEVEL)
    else:
        yield from make_line_blocks(text)


def _item_blocks(item: Element, styles: Styles, is_shaded: bool) -> Iterator[Block]:
    """Its paragraphs as one item, and after it the items of the lists within it."""
    own = [child for child in item if child.tag != "list"]
    texts = [block for child in own for block in _blocks([child], styles, is_shaded=is_shaded)]
    if len(own) == 1 and own[0].tag == "h":
        yield from texts
    elif texts:
        yield Block(run_together([line for block in texts for line in block.text.split("\n")]), "item")
    for child in item.findall("list"):
        yield from _blocks(child, styles, is_shaded=is_shaded)


def _table_blocks(table: Element, styles: Styles, is_sheet: bool) -> Iterator[Block]:
    style = styles.get(table.get("style-name", ""), PLAIN)
    if style.is_unseen:
        return
    if is_sheet:
        blocks = list(write_rows(*read_table(table, lambda cell: _read_cell(cell, styles))))
        yield from name_sheet(table.get("name", ""), blocks)
    elif max((len(row.findall("table-cell")) for row in table.iter("table-row")), default=0) == 1:
        for cell in table.iter("table-cell"):
            yield from _blocks(cell, styles, is_shaded=True)
    else:
        yield from write_rows(*read_table(table, lambda cell: _read_cell(cell, styles)))


def _read_cell(cell: Element, styles: Styles) -> str:
    return join_cell(block.text for block in _blocks(cell, styles, is_shaded=True))


def _join(blocks: Iterator[Block]) -> str:
    return " ".join(" ".join(block.text for block in blocks).split())
