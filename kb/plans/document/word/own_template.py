"""A municipality's own template opened: read by the same guard as a description, then emptied of its text.

Nothing of it is stored. What a file can lead a reader's Word to by itself goes: links to other templates and data,
objects, pictures of the body. Its styles, its page and the heads and feet of its pages stay.
"""

import re
from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.opc.part import Part
from docx.oxml.ns import qn

from kb.errors import DescriptionEmpty, DescriptionRejected, TemplateRejected
from kb.plans.document.word.elements import make
from kb.plans.document.word.template_size import MAX_TEMPLATE_BYTES
from kb.reading.apart import read_apart
from kb.reading.formats import find_format
from kb.reading.package.office_package import OfficePackage, open_office_package
from kb.reading.package.xml_tree import parse_xml

_XML_PARTS = re.compile(r"word/[^/]+\.xml|docProps/[^/]+\.xml")
_TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"
_KEPT = frozenset(
    {
        KIND.STYLES,
        KIND.NUMBERING,
        KIND.SETTINGS,
        KIND.THEME,
        KIND.FONT_TABLE,
        KIND.WEB_SETTINGS,
        KIND.HEADER,
        KIND.FOOTER,
    }
    | {KIND.FOOTNOTES, KIND.ENDNOTES}
)
"""Kinds of parts that the emptied document still refers to."""
_OF_PAGE = (KIND.HEADER, KIND.FOOTER)
_LEADING_OUT = ("w:attachedTemplate", "w:mailMerge", "w:documentProtection", "w:writeProtection", "w:attachedSchema")
"""Settings that lead to another file, or that keep the plan from being edited."""


def open_template(raw: bytes) -> WordDocument:
    """The template without its text.

    Raises
    ------
    TemplateRejected : more than MAX_TEMPLATE_BYTES, no Word file, or one that cannot be opened
    DescriptionRejected : one of its children, as for a description: macros, a password, damaged, too heavy
    """
    if len(raw) > MAX_TEMPLATE_BYTES:
        raise TemplateRejected(
            f"the template has {len(raw)} bytes; at most {MAX_TEMPLATE_BYTES} are read, take out pictures"
        )
    try:
        _guard(raw)
        word = Document(BytesIO(_as_document(raw)))
        _empty(word)
    except DescriptionRejected as error:
        raise type(error)(str(error).replace("the description", "the template")) from error
    except (KeyError, ValueError, AttributeError) as error:
        raise TemplateRejected("the template is no whole Word file; save it anew as .docx and send it again") from error
    return word


def _guard(raw: bytes) -> None:
    """Return for a harmless Word file; read apart, as a description is, whether it has words or not."""
    if find_format(raw, "") != "office":
        raise TemplateRejected("the template is no Word file; save it as .docx and send that")
    package = open_office_package(raw)
    if package.kind != "docx":
        raise TemplateRejected(f"the template is a file of the kind {package.kind}; save it as .docx and send that")
    with suppress(DescriptionEmpty):
        read_apart(raw, "office")
    _check_parts(package)


def _check_parts(package: OfficePackage) -> None:
    for name in package.archive.namelist():
        if _XML_PARTS.fullmatch(name):
            parse_xml(package.read(name))


def _as_document(raw: bytes) -> bytes:
    """The file, a template (.dotx) as the document that it is otherwise."""
    with ZipFile(BytesIO(raw)) as old:
        types = old.read("[Content_Types].xml")
        if _TEMPLATE_TYPE not in types:
            return raw
        written = BytesIO()
        with ZipFile(written, "w", ZIP_DEFLATED) as new:
            for entry in old.infolist():
                content = old.read(entry)
                is_types = entry.filename == "[Content_Types].xml"
                new.writestr(entry.filename, content.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE) if is_types else content)
        return written.getvalue()


def _empty(word: WordDocument) -> None:
    body = word.element.body
    for child in list(body)[: -1 if len(body) and body[-1].tag == qn("w:sectPr") else None]:
        body.remove(child)
    if body.find(qn("w:sectPr")) is None:
        body.append(make("w:sectPr"))
    _drop_parts(word.part, {told.get(qn("r:id"), "") for told in body.find(qn("w:sectPr"))})
    settings = word.settings.element
    for tag in _LEADING_OUT:
        for element in settings.findall(qn(tag)):
            settings.remove(element)
    word.part.part_related_by(KIND.SETTINGS).rels.clear()


def _drop_parts(part: Part, referred: set[str]) -> None:
    """Leave in the document's part what it still refers to, and nothing that heads and feet lead out to."""
    for number, related in list(part.rels.items()):
        is_of_page = related.reltype in _OF_PAGE
        if related.is_external or related.reltype not in _KEPT or (is_of_page and number not in referred):
            del part.rels[number]
        elif is_of_page:
            _refuse_links(related.target_part)


def _refuse_links(page_part: Part) -> None:
    """No picture or object of a head or foot is fetched from elsewhere; its links of text stay."""
    for number, related in list(page_part.rels.items()):
        if related.is_external and related.reltype != KIND.HYPERLINK:
            raise TemplateRejected(
                "the head or foot of the template's pages shows something from another address; "
                f"put the picture into the file instead of a link to it ({number}), and send it again"
            )
