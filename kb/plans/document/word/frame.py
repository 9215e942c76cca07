"""What is around the text: properties, language, the head and the foot of each page."""

import re
from datetime import UTC, datetime

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.section import _Footer, _Header

from kb.plans.document.blocks import Document, Span
from kb.plans.document.word.elements import Element, make, make_field, make_paragraph, make_run
from kb.plans.document.word.styles import Styles
from kb.plans.document.words import LOCALES

MAX_PROPERTY_CHARS = 255


def describe(word: WordDocument, document: Document) -> None:
    """Title, author and language, which screen readers and spelling checks go by."""
    properties = word.core_properties
    properties.title = document.title[:MAX_PROPERTY_CHARS]
    properties.subject = document.state[:MAX_PROPERTY_CHARS]
    properties.language = LOCALES[document.language]
    properties.author = document.owner[:MAX_PROPERTY_CHARS]
    made = datetime(document.day.year, document.day.month, document.day.day, tzinfo=UTC)
    properties.created = properties.modified = made
    properties.revision = 1
    properties.last_modified_by = properties.keywords = properties.comments = properties.category = ""
    _drop_picture(word)
    _set_language(word, LOCALES[document.language])


def write_head_and_foot(word: WordDocument, document: Document, styles: Styles) -> None:
    """Whose plan it is above, pages below. A template keeps what it has there, and gets the pages if it has none."""
    for section in word.sections:
        for head in (
            section.header,
            *([section.first_page_header] if section.different_first_page_header_footer else []),
        ):
            if not _holds(head):
                _fill(head, styles.ids["header"], [make_run(Span(text=document.running_head, language="sv"))])
        for foot in (
            section.footer,
            *([section.first_page_footer] if section.different_first_page_header_footer else []),
        ):
            if not _has_pages(foot):
                _fill(foot, styles.ids["footer"], _make_page_runs(document.page), keeps=_holds(foot))


def _drop_picture(word: WordDocument) -> None:
    """No picture of the first page as it was in the template."""
    rels = word.part.package.rels
    for number in [number for number, related in rels.items() if related.reltype.endswith("/thumbnail")]:
        del rels[number]


def _set_language(word: WordDocument, locale: str) -> None:
    defaults = word.styles.element.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = make("w:docDefaults")
        word.styles.element.insert(0, defaults)
    looks = _child(_child(defaults, "w:rPrDefault"), "w:rPr")
    language = _child(looks, "w:lang")
    language.set(qn("w:val"), locale)


def _child(parent: Element, tag: str) -> Element:
    """The child of that tag, made where there is none."""
    found: Element | None = parent.find(qn(tag))
    if found is not None:
        return found
    made = make(tag)
    parent.append(made)
    return made


def _holds(part: _Header | _Footer) -> bool:
    """Whether anything is seen in it."""
    element = part._element
    return bool("".join(element.itertext()).strip()) or any(True for _ in element.iter(qn("w:drawing"), qn("w:pict")))


def _has_pages(part: _Footer) -> bool:
    codes = " ".join(code.text or "" for code in part._element.iter(qn("w:instrText")))
    simple = " ".join(field.get(qn("w:instr"), "") for field in part._element.iter(qn("w:fldSimple")))
    return bool(re.search(r"\bPAGE\b", f"{codes} {simple}"))


def _fill(part: _Header | _Footer, style: str, runs: list[Element], *, keeps: bool = False) -> None:
    """The runs as its text, below what it has where that is kept."""
    part.is_linked_to_previous = False
    if not keeps:
        for old in list(part._element):
            part._element.remove(old)
    part._element.append(make_paragraph(style, runs, [make("w:jc", {"val": "right"})]))


def _make_page_runs(page: str) -> list[Element]:
    """As "Sida 1 av 9", whose numbers Word works out."""
    runs: list[Element] = []
    for piece in re.split(r"(\{pages?\})", page):
        if piece in ("{page}", "{pages}"):
            runs += make_field("PAGE" if piece == "{page}" else "NUMPAGES", "1")
        elif piece:
            runs.append(make_run(Span(text=piece)))
    return runs
