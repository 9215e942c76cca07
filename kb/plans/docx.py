"""A plan as a Word document: real headings, a table, its language and title set."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from kb.plans.labels import Labels
from kb.plans.outline import (
    Block,
    Experts,
    Items,
    Outline,
    ProblemOutline,
    Quotes,
    Rows,
    Sentence,
    ToFillIn,
    outline_plan,
)
from kb.plans.outline_measures import Suggestion, Suggestions
from kb.plans.plan import Plan

LANGUAGE = "sv-SE"


def write_docx(plan: Plan) -> bytes:
    """The plan as the bytes of a .docx file in Swedish."""
    outline = outline_plan(plan)
    document = Document()
    _describe(document, outline)
    _lay_flat(document)
    document.add_heading(outline.heading, 0)
    document.add_paragraph(f"{outline.opening} {outline.snapshot_id}. {outline.closing}")
    if outline.missing:
        document.add_paragraph(f"{outline.missing.label}: {outline.missing.text} (4 §).")
    for problem in outline.problems:
        _add_problem(document, problem, outline.labels)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _describe(document: WordDocument, outline: Outline) -> None:
    """Title and language, which screen readers and spelling checks go by."""
    document.core_properties.title = outline.heading
    document.core_properties.language = LANGUAGE
    document.core_properties.author = outline.municipality or ""
    fonts = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    language = fonts.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        fonts.append(language)
    language.set(qn("w:val"), LANGUAGE)


def _lay_flat(document: WordDocument) -> None:
    """Landscape pages: the table of measures has six columns."""
    for section in document.sections:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width


def _add_problem(document: WordDocument, problem: ProblemOutline, labels: Labels) -> None:
    document.add_heading(problem.heading, 1)
    for section in problem.sections:
        document.add_heading(section.heading, 2)
        for block in section.blocks:
            _add_block(document, block, labels)


def _add_block(document: WordDocument, block: Block, labels: Labels) -> None:
    match block:
        case Quotes(texts):
            _add_all(document, texts, "Quote")
        case Items(texts):
            _add_all(document, texts, "ListBullet")
        case Rows(rows):
            _add_all(document, (f"{row.label}: {row.text}" for row in rows), "ListBullet")
        case Sentence(text) | ToFillIn(text):
            document.add_paragraph(text)
        case Suggestions():
            _add_suggestions(document, block, labels)
        case Experts(experts):
            _add_all(document, (f"{told} {expert.way_in}" for told, expert in experts), "ListBullet")


def _add_all(document: WordDocument, texts: Iterable[str], style_id: str) -> None:
    """A paragraph for each text, in a style of the template by its id: python-docx looks a name up among all styles,
    for every paragraph, which took half of the time of a plan.
    """
    for text in texts:
        document.add_paragraph(text)._p.style = style_id


def _add_suggestions(document: WordDocument, suggestions: Suggestions, labels: Labels) -> None:
    methods = suggestions.methods
    if methods:
        _add_table(document, methods, labels)
    for other in suggestions.others:
        document.add_paragraph(f"{other.lead}. {other.text}")
    if methods:
        document.add_heading(labels.sources, 3)
        _add_all(document, (f"{method.lead}: {method.row_text('sources')}" for method in methods), "ListBullet")


def _add_table(document: WordDocument, methods: Sequence[Suggestion], labels: Labels) -> None:
    names = (
        labels.measure,
        labels.evidence,
        labels.run_by,
        labels.requires,
        labels.indicators,
        labels.responsible,
    )
    table = document.add_table(1, len(names), style="Table Grid")
    for cell, name in zip(table.rows[0].cells, names, strict=True):
        cell.text = name
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(header)
    for method in methods:
        for cell, text in zip(table.add_row().cells, _list_cells(method, labels), strict=True):
            cell.text = text


def _list_cells(method: Suggestion, labels: Labels) -> tuple[str, ...]:
    return (
        f"{method.lead}. {method.text}",
        method.row_text("evidence"),
        method.row_text("run_by"),
        _mark_lacking(method, labels),
        method.row_text("indicators"),
        method.row_text("responsible"),
    )


def _mark_lacking(method: Suggestion, labels: Labels) -> str:
    """The requirements, those that the municipality says that it lacks marked."""
    asked, mark = method.measure, labels.lacking.lower()
    return "; ".join(f"{text} ({mark})" if text in asked.lacking else text for text in asked.requires)
