"""The document of a plan as a Word file."""

from dataclasses import dataclass
from io import BytesIO

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from kb.plans.document.blocks import Block, Bullets, Contents, Document, Heading, Paragraph, Span, Spans, Table
from kb.plans.document.missing_style import MissingStyle
from kb.plans.document.word.contents import make_contents
from kb.plans.document.word.elements import Element, make, make_paragraph
from kb.plans.document.word.frame import describe, write_head_and_foot
from kb.plans.document.word.house_template import make_house_template
from kb.plans.document.word.own_template import open_template
from kb.plans.document.word.spans import SpanWriter
from kb.plans.document.word.styles import Role, Styles, find_styles
from kb.plans.document.word.tables import TableWriter
from kb.plans.document.word.template_note import note_missing
from kb.plans.document.words import load_words

_TWENTIETHS_OF_A_POINT = 635
"""In the units that python-docx measures in."""


@dataclass(frozen=True, slots=True)
class WrittenDocx:
    """missing : styles that the municipality's template has not; a comment at the title tells them too"""

    content: bytes
    missing: tuple[MissingStyle, ...] = ()


def write_docx(document: Document, template: bytes | None = None) -> WrittenDocx:
    """The document in our template, or poured into that of a municipality.

    Raises
    ------
    TemplateRejected, DescriptionRejected : the template is no harmless Word file, as `open_template` says
    """
    word = make_house_template() if template is None else open_template(template)
    styles = find_styles(word)
    describe(word, document)
    write_head_and_foot(word, document, styles)
    _Writer(word, styles).write(document)
    if template is not None and styles.missing:
        note_missing(word, styles.missing, load_words(document.language))
    written = BytesIO()
    word.save(written)
    return WrittenDocx(written.getvalue(), () if template is None else styles.missing)


class _Writer:
    """Puts blocks at the end of the body, before the properties of its section."""

    def __init__(self, word: WordDocument, styles: Styles) -> None:
        section = word.sections[-1]
        margins = (section.left_margin or 0) + (section.right_margin or 0) + (section.gutter or 0)
        width = round(((section.page_width or 0) - margins) / _TWENTIETHS_OF_A_POINT)
        self._end = word.element.body.find(qn("w:sectPr"))
        self._styles = styles
        self._spans = SpanWriter(word, styles)
        self._tables = TableWriter(styles, self._spans, width)

    def write(self, document: Document) -> None:
        title = f"{document.title}, {document.owner}" if document.owner else document.title
        self._add_text("title", (Span(text=title, language="sv"),))
        self._add_text("subtitle", (Span(text=document.state),))
        headings = [block for block in document.blocks if isinstance(block, Heading)]
        for block in document.blocks:
            self._write_block(block, headings)

    def _write_block(self, block: Block, headings: list[Heading]) -> None:
        match block:
            case Heading():
                self._add_heading(block)
            case Paragraph():
                self._add_text(block.look, block.spans, block.anchor)
            case Bullets(items):
                for item in items:
                    self._add_bullet(item)
            case Table():
                self._add_table(block)
            case Contents():
                self._add_all(make_contents(block, headings, self._styles, self._spans))

    def _add_heading(self, block: Heading) -> None:
        role = _role_of(block.level)
        properties = [make("w:keepNext")]
        if block.starts_page:
            properties.append(make("w:pageBreakBefore"))
        if role in self._styles.stands_in:
            properties.append(make("w:outlineLvl", {"val": str(block.level - 1)}))
        runs = self._spans.make_runs(block.spans, is_strong=self._styles.is_strong(role))
        self._add(make_paragraph(self._styles.ids[role], self._spans.mark(block.anchor, runs), properties))

    def _add_text(self, role: Role, spans: Spans, anchor: str = "") -> None:
        runs = self._spans.make_runs(spans, is_strong=self._styles.is_strong(role))
        self._add(make_paragraph(self._styles.ids[role], self._spans.mark(anchor, runs) if anchor else runs))

    def _add_bullet(self, item: Spans) -> None:
        """A list item; with a sign of its own where the template has no style of lists."""
        bare = "bullet" in self._styles.stands_in
        self._add_text("bullet", (Span(text="•\N{NO-BREAK SPACE}"), *item) if bare else item)

    def _add_table(self, table: Table) -> None:
        caption = (Span(text=table.caption, language="sv"),)
        runs = self._spans.make_runs(caption, is_strong=self._styles.is_strong("caption"))
        self._add(make_paragraph(self._styles.ids["caption"], runs, [make("w:keepNext")]))
        self._add(self._tables.make_table(table))
        self._add(make_paragraph(self._styles.ids["table text"], ()))  # or two tables would grow together

    def _add_all(self, elements: list[Element]) -> None:
        for element in elements:
            self._add(element)

    def _add(self, element: Element) -> None:
        self._end.addprevious(element)


def _role_of(level: int) -> Role:
    return "heading 1" if level == 1 else "heading 2" if level == 2 else "heading 3"
