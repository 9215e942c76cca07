"""The styles of a Word document, as far as they say what a paragraph is and whether its words are seen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

_BODY_LEVEL = 9
"""Outline level 9 is body text (ECMA-376, 17.3.1.20)."""
_SWITCHES = ("b", "vanish", "strike", "dstrike")
_UNSEEN = frozenset({"vanish", "strike", "dstrike", "tiny"})
_TINY_HALF_POINTS = 4
_NO_FILL = frozenset({None, "auto", "none", "clear", "white", "FFFFFF", "ffffff"})

Looks = frozenset[str]
"""How words look: those of _SWITCHES that are on, and `tiny`, `white`, `shaded`."""
SHADED: Looks = frozenset({"shaded"})


@dataclass(frozen=True, slots=True)
class Style:
    """level : of a heading, from 1, or None; is_contents : a line of a table of contents."""

    level: int | None = None
    is_list: bool = False
    looks: Looks = frozenset()
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
    if is_shaded(paragraph):
        style = replace(style, looks=style.looks | SHADED)
    numbering = paragraph.find("numPr/numId")
    return style if numbering is None else replace(style, is_list=numbering.get("val") != "0")


def apply_looks(looks: Looks, run: Element | None) -> Looks:
    """The looks with what a run's properties (`rPr`) change."""
    if run is None:
        return looks
    told = {switch: is_on(run, switch) for switch in _SWITCHES}
    told["white"] = _is_white(value_of(run, "color"))
    told["tiny"] = _is_tiny(value_of(run, "sz"))
    told["shaded"] = True if is_shaded(run) else None
    looks -= {look for look, is_so in told.items() if is_so is False}
    return looks | {look for look, is_so in told.items() if is_so}


def is_seen(looks: Looks) -> bool:
    """Whether words of these looks can be read on paper and are meant to stand: white ones, on a ground of a colour."""
    return not looks & _UNSEEN and ("white" not in looks or "shaded" in looks)


def is_shaded(properties: Element | None) -> bool:
    """Whether a paragraph, run or cell has a ground of a colour."""
    if properties is None:
        return False
    shading = properties.find("shd")
    fill = None if shading is None else shading.get("fill") or shading.get("themeFill")
    return fill not in _NO_FILL or value_of(properties, "highlight") not in _NO_FILL


def is_on(properties: Element | None, switch: str) -> bool | None:
    """Whether a switch such as `b` is on, off, or (None) not told of."""
    element = None if properties is None else properties.find(switch)
    return None if element is None else element.get("val", "true") not in ("0", "false", "off")


def value_of(properties: Element | None, name: str) -> str | None:
    """The value of a property, None where it is not told."""
    element = None if properties is None else properties.find(name)
    return None if element is None else element.get("val")


def _is_white(color: str | None) -> bool | None:
    return None if color is None else color.upper() == "FFFFFF"


def _is_tiny(half_points: str | None) -> bool | None:
    return int(half_points) <= _TINY_HALF_POINTS if half_points is not None and half_points.isdecimal() else None


def _resolve(style_id: str, elements: Mapping[str, Element], seen: tuple[str, ...]) -> Style:
    element = elements.get(style_id)
    if element is None or style_id in seen:
        return PLAIN
    style = _resolve(value_of(element, "basedOn") or "", elements, (*seen, style_id))
    style = apply_properties(style, element.find("pPr"))
    style = replace(style, looks=apply_looks(style.looks, element.find("rPr")))
    return _apply_name(style, (value_of(element, "name") or "").lower())


def _apply_name(style: Style, name: str) -> Style:
    if name == "title":
        return replace(style, level=1)
    if name.startswith("heading ") and name[8:].isdigit():
        return replace(style, level=int(name[8:]))
    return replace(style, is_contents=style.is_contents or name.startswith(("toc ", "table of figures")))
