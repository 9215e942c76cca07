"""The styles of an OpenDocument file, as far as they say whether words are seen, and which level a heading has."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

_TINY_POINTS = 2.0
_NO_GROUND = frozenset({None, "transparent", "#ffffff"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OdtStyle:
    """is_unseen : struck out or hidden; is_white : white letters, which a ground of a colour (is_shaded) shows."""

    is_unseen: bool = False
    is_white: bool = False
    is_shaded: bool = False
    is_bold: bool = False
    is_title: bool = False


PLAIN = OdtStyle()


def read_styles(roots: Iterable[Element]) -> Mapping[str, OdtStyle]:
    """Name of a style -> what it says, its parents included."""
    elements = {style.get("name", ""): style for root in roots for style in root.iter("style")}
    return {name: _resolve(name, elements, ()) for name in elements}


def _resolve(name: str, elements: Mapping[str, Element], seen: tuple[str, ...]) -> OdtStyle:
    element = elements.get(name)
    if element is None or name in seen:
        return PLAIN
    style = _resolve(element.get("parent-style-name", ""), elements, (*seen, name))
    style = replace(style, is_title=style.is_title or name == "Title")
    for tag in ("text-properties", "paragraph-properties", "table-cell-properties", "table-properties"):
        properties = element.find(tag)
        style = style if properties is None else _apply(style, properties)
    return style


def _apply(style: OdtStyle, properties: Element) -> OdtStyle:
    line, weight = properties.get("text-line-through-style"), properties.get("font-weight")
    color, ground = properties.get("color"), properties.get("background-color")
    is_hidden = properties.get("display") in ("none", "false")
    struck = style.is_unseen if line is None else line != "none"
    return OdtStyle(
        is_unseen=struck or is_hidden or _is_tiny(properties.get("font-size", "")),
        is_white=style.is_white if color is None else color.lower() == "#ffffff",
        is_shaded=style.is_shaded or (None if ground is None else ground.lower()) not in _NO_GROUND,
        is_bold=style.is_bold if weight is None else weight == "bold",
        is_title=style.is_title,
    )


def _is_tiny(size: str) -> bool:
    number = size.removesuffix("pt").replace(".", "", 1)
    return size.endswith("pt") and number.isdecimal() and float(size.removesuffix("pt")) <= _TINY_POINTS
