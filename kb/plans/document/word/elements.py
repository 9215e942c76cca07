"""Elements of Word's XML: made, and the few that a document is built of again and again."""

import re
from collections.abc import Iterable, Mapping

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from kb.plans.document.blocks import Span
from kb.plans.document.words import LOCALES

Element = BaseOxmlElement
_LINE_SIGNS = re.compile(r"(\n|\t)")
_OF_LINE = {"\n": "w:br", "\t": "w:tab"}


def make(tag: str, attributes: Mapping[str, str] | None = None, children: Iterable[Element] = ()) -> Element:
    """An element of the tag, as w:p, with attributes and children; attributes are of Word's namespace.

    >>> make("w:jc", {"val": "right"}).tag.endswith("}jc")
    True
    """
    element = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        element.set(qn(name if ":" in name else f"w:{name}"), value)
    for child in children:
        element.append(child)
    return element


def make_run(span: Span, *, is_strong: bool = False, link_style: str = "", half_points: int = 0) -> Element:
    """Words with their looks and their language

    link_style : id of the style of words that lead somewhere, which without one are underlined
    half_points : the size, 0 for that of the style
    """
    looks = []
    if span.link and link_style:
        looks.append(make("w:rStyle", {"val": link_style}))
    if span.is_strong or is_strong:
        looks.append(make("w:b"))
    if half_points:
        looks.append(make("w:sz", {"val": str(half_points)}))
    if span.link and not link_style:
        looks.append(make("w:u", {"val": "single"}))
    if span.language:
        looks.append(make("w:lang", {"val": LOCALES[span.language]}))
    return make("w:r", children=([make("w:rPr", children=looks)] if looks else []) + _make_lines(span.text))


def make_field(code: str, shown: str) -> list[Element]:
    """A field that Word works out as it lays out the page, as PAGE, with what is shown until then."""
    text = make("w:instrText", {"xml:space": "preserve"})
    text.text = f" {code} "
    return [
        make("w:r", children=[make("w:fldChar", {"fldCharType": "begin"})]),
        make("w:r", children=[text]),
        make("w:r", children=[make("w:fldChar", {"fldCharType": "separate"})]),
        make("w:r", children=_make_lines(shown)),
        make("w:r", children=[make("w:fldChar", {"fldCharType": "end"})]),
    ]


def make_paragraph(style: str, children: Iterable[Element], properties: Iterable[Element] = ()) -> Element:
    """A paragraph in the style of that id; properties : beside its style, in the order of Word's schema"""
    shaped = make("w:pPr", children=[make("w:pStyle", {"val": style}), *properties])
    return make("w:p", children=[shaped, *children])


def name_bookmark(anchor: str) -> str:
    """The name of the bookmark that an anchor of the document is in Word.

    >>> name_bookmark("p1-goal")
    'plan_p1_goal'
    """
    return f"plan_{re.sub(r'[^0-9A-Za-z]', '_', anchor)}"


def _make_lines(text: str) -> list[Element]:
    return [_make_piece(piece) for piece in _LINE_SIGNS.split(text) if piece]


def _make_piece(piece: str) -> Element:
    if piece in _OF_LINE:
        return make(_OF_LINE[piece])
    element = make("w:t", {"xml:space": "preserve"})
    element.text = piece
    return element
