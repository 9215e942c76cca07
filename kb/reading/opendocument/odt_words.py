"""The words of a paragraph of an OpenDocument file, as far as they are seen and stand."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from kb.reading.gathered import Gathered
from kb.reading.opendocument.odt_styles import PLAIN, OdtStyle

LEFT_OUT = frozenset({"tracked-changes", "annotation", "table-of-content", "hidden-text", "forms", "sequence-decls"})
"""Deleted text, comments and what is made anew from the rest."""

Styles = Mapping[str, OdtStyle]


def gather(element: Element, words: Gathered, styles: Styles, is_shaded: bool) -> None:
    """Add to words what is in the element."""
    style = styles.get(element.get("style-name", ""), PLAIN)
    is_seen = not style.is_unseen and (not style.is_white or style.is_shaded or is_shaded)
    _add(element.text, words, style.is_bold, is_seen)
    for child in element:
        if child.tag in ("s", "tab", "soft-page-break"):
            words.parts.append(" " * (child.tag != "soft-page-break") if is_seen else "")
        elif child.tag == "line-break":
            words.parts.append("\n" if is_seen else "")
        elif child.tag == "note":
            words.notes.extend(body for body in child.iter("note-body"))
        elif child.tag == "text-box":
            words.boxes.append(child)
        elif child.tag not in LEFT_OUT:
            gather(child, words, styles, is_shaded)
        _add(child.tail, words, style.is_bold, is_seen)


def _add(text: str | None, words: Gathered, is_bold: bool, is_seen: bool) -> None:
    if text and is_seen:
        words.parts.append(text)
        words.weights.update({is_bold} if text.strip() else ())
