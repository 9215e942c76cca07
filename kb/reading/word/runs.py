"""The words of a Word paragraph that are seen and stand: not what was struck out, hidden or never filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kb.reading.gathered import Gathered
from kb.reading.ticks import TICKED, UNTICKED
from kb.reading.word.word_styles import PLAIN, Looks, Style, apply_looks, is_on, is_seen, value_of

LEFT_OUT = frozenset({"del", "moveFrom", "pPr", "rPr", "sectPr", "tblPr", "sdtPr", "instrText", "delText", "Fallback"})
"""What was struck out or moved away, properties, codes of fields, and text boxes a second time for old Word."""

_BREAKS = {"br": "\n", "cr": "\n", "tab": " ", "ptab": " ", "noBreakHyphen": "-", "softHyphen": "\xad"}
_NOTES = frozenset({"footnoteReference", "endnoteReference"})
_PRIVATE = 0xF000
"""Where Word keeps the signs of fonts such as Wingdings."""
_BOXES = dict.fromkeys((0x78, 0xFD, 0xFE), TICKED) | dict.fromkeys((0x6F, 0x71, 0x72, 0xA8), UNTICKED)


@dataclass(frozen=True, slots=True)
class Document:
    """notes : kind of reference and id -> the note."""

    styles: Mapping[str, Style]
    notes: Mapping[tuple[str, str], Element]

    def style_of(self, properties: Element | None, name: str) -> Style:
        """The style that a paragraph (`pStyle`) or a run (`rStyle`) has, PLAIN where it has none."""
        return self.styles.get(value_of(properties, name) or "", PLAIN)


def gather(element: Element, found: Gathered, looks: Looks, document: Document) -> None:
    """Add to found what is below the element, in the looks that it inherits."""
    for child in element:
        if child.tag == "t" and child.text:
            found.parts.append(child.text)
            found.weights.update({"b" in looks} if child.text.strip() else ())
        elif child.tag in _BREAKS:
            found.parts.append(" " if child.get("type") == "page" else _BREAKS[child.tag])
        elif child.tag == "txbxContent":
            found.boxes.append(child)
        elif child.tag == "r":
            _gather_run(child, found, looks, document)
        elif box := read_box(child):
            found.parts.append(box)
        elif child.tag in _NOTES:
            found.notes.extend(filter(None, [document.notes.get((child.tag, child.get("id", "")))]))
        elif child.tag == "sym":
            found.parts.append(_read_sign(child))
        elif child.tag not in LEFT_OUT and not is_placeholder(child):
            gather(child, found, looks, document)


def read_box(element: Element) -> str:
    """TICKED or UNTICKED for a box of a form, of new Word or old; "" for anything else."""
    if element.tag == "sdt" and (new := element.find("sdtPr/checkbox")) is not None:
        return TICKED if is_on(new, "checked") else UNTICKED
    if element.tag == "fldChar" and (old := element.find("ffData/checkBox")) is not None:
        checked = is_on(old, "checked")
        return TICKED if checked or (checked is None and is_on(old, "default")) else UNTICKED
    return ""


def is_placeholder(element: Element) -> bool:
    """Whether a field of a form still has the words that ask to fill it in."""
    properties = element.find("sdtPr") if element.tag == "sdt" else None
    return bool(is_on(properties, "showingPlcHdr"))


def _gather_run(run: Element, found: Gathered, looks: Looks, document: Document) -> None:
    properties = run.find("rPr")
    styled = document.style_of(properties, "rStyle").looks
    looks = apply_looks(looks | styled, properties)
    if is_seen(looks):
        gather(run, found, looks, document)


def _read_sign(sign: Element) -> str:
    """The sign of a font such as Wingdings, where Unicode keeps those for private use."""
    try:
        code = int(sign.get("char", ""), 16)
    except ValueError:
        return ""
    if code & 0xFF in _BOXES:
        return _BOXES[code & 0xFF]
    return chr(code | _PRIVATE) if code <= _PRIVATE + 0xFF else ""
