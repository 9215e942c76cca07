"""The styles of a Word document, as far as they say what a paragraph is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

_BODY_LEVEL = 9
"""Outline level 9 is body text (ECMA-376, 17.3.1.20)."""


@dataclass(frozen=True, slots=True)
class Style:
    """level : of a heading, from 1, or None; is_contents : a line of a table of contents."""

    level: int | None = None
    is_list: bool = False
    is_bold: bool = False
    is_contents: bool = False


PLAIN = Style()


def read_styles(root: Element) -> Mapping[str, Style]:
    """Style id -> what it says, its bases included. Built-in names are English in the file whatever Word shows."""
    elements = {element.get("styleId", ""): element for element in root.iter("style")}
    return {style_id: _resolve(style_id, elements, ()) for style_id in elements}


def apply_properties(style: Style, paragraph: Element | None) -> Style:
    """The style with what a paragraph's own properties (`pPr`) change."""
    if paragraph is None:
        return style
    outline = value_of(paragraph, "outlineLvl")
    if outline is not None and outline.isdigit():
        level = int(outline) + 1 if int(outline) < _BODY_LEVEL else None
        style = replace(style, level=level)
    numbering = paragraph.find("numPr/numId")
    return style if numbering is None else replace(style, is_list=numbering.get("val") != "0")


def is_on(properties: Element | None, switch: str) -> bool | None:
    """Whether a switch such as `b` is on, off, or (None) not told of."""
    element = None if properties is None else properties.find(switch)
    return None if element is None else element.get("val", "true") not in ("0", "false", "off")


def value_of(properties: Element | None, name: str) -> str | None:
    """The value of a property, None where it is not told."""
    element = None if properties is None else properties.find(name)
    return None if element is None else element.get("val")


def _resolve(style_id: str, elements: Mapping[str, Element], seen: tuple[str, ...]) -> Style:
    element = elements.get(style_id)
    if element is None or style_id in seen:
        return PLAIN
    style = _resolve(value_of(element, "basedOn") or "", elements, (*seen, style_id))
    style = apply_properties(style, element.find("pPr"))
    is_bold = is_on(element.find("rPr"), "b")
    style = replace(style, is_bold=style.is_bold if is_bold is None else is_bold)
    return _apply_name(style, (value_of(element, "name") or "").lower())


def _apply_name(style: Style, name: str) -> Style:
    if name == "title":
        return replace(style, level=1)
    if name.startswith("heading ") and name[8:].isdigit():
        return replace(style, level=int(name[8:]))
    return replace(style, is_contents=style.is_contents or name.startswith(("toc ", "table of figures")))
