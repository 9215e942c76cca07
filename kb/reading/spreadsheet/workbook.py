"""What the cells of a workbook refer to: its sheets, shared texts and formats."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element

from kb.reading.package.office_package import OfficePackage
from kb.reading.package.xml_tree import parse_xml
from kb.reading.spreadsheet.number_formats import find_kind

_HIDDEN = frozenset({"hidden", "veryHidden"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """part : its name in the package."""

    name: str
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """kinds : how numbers are shown, by the format of a cell; struck : the formats whose letters are struck out."""

    sheets: Sequence[Sheet]
    texts: Sequence[str]
    kinds: Sequence[str]
    struck: frozenset[int]
    is_1904: bool


def read_workbook(package: OfficePackage) -> Workbook:
    """The workbook, without hidden sheets."""
    root = parse_xml(package.read(package.main))
    styles = _read_part(package, "spreadsheetml.styles+xml", "xl/styles.xml")
    texts = _read_part(package, "spreadsheetml.sharedStrings+xml", "xl/sharedStrings.xml")
    properties = root.find("workbookPr")
    kinds, struck = ([], frozenset[int]()) if styles is None else _read_formats(styles)
    return Workbook(
        sheets=list(_find_sheets(root, package)),
        texts=[] if texts is None else [read_text(item) for item in texts.findall("si")],
        kinds=kinds,
        struck=struck,
        is_1904=properties is not None and properties.get("date1904") in ("1", "true"),
    )


def read_text(item: Element) -> str:
    """The text of a cell, without runs that are struck out and without phonetic help."""
    parts = []
    for child in item:
        if child.tag == "t":
            parts.append(child.text or "")
        elif child.tag == "r" and not _is_struck(child.find("rPr")):
            parts.append(child.findtext("t") or "")
    return "".join(parts)


def _read_part(package: OfficePackage, content_type: str, usual: str) -> Element | None:
    part = package.find(content_type, usual)
    return parse_xml(package.read(part)) if part else None


def _find_sheets(root: Element, package: OfficePackage) -> Iterator[Sheet]:
    targets = _read_targets(package)
    names = set(package.archive.namelist())
    for number, sheet in enumerate(root.iter("sheet"), 1):
        part = targets.get(sheet.get("id", ""), f"xl/worksheets/sheet{number}.xml")
        if sheet.get("state") not in _HIDDEN and part in names:
            yield Sheet(sheet.get("name", ""), part)


def _read_targets(package: OfficePackage) -> Mapping[str, str]:
    """Id of a relation of the workbook -> part."""
    folder = dirname(package.main)
    part = join(folder, "_rels", package.main.rsplit("/", 1)[-1] + ".rels")
    if part not in package.archive.namelist():
        return {}
    relations = parse_xml(package.read(part)).iter("Relationship")
    return {r.get("Id", ""): _resolve(folder, r.get("Target", "")) for r in relations}


def _resolve(folder: str, target: str) -> str:
    return target[1:] if target.startswith("/") else normpath(join(folder, target))


def _read_formats(styles: Element) -> tuple[list[str], frozenset[int]]:
    codes = {f.get("numFmtId", ""): f.get("formatCode", "") for f in styles.iter("numFmt")}
    fonts = styles.find("fonts")
    struck_fonts = {str(n) for n, font in enumerate(() if fonts is None else fonts) if _is_struck(font)}
    formats = styles.find("cellXfs")
    found = [] if formats is None else list(formats)
    kinds = [_find_kind(f.get("numFmtId", ""), codes) for f in found]
    return kinds, frozenset(n for n, f in enumerate(found) if f.get("fontId") in struck_fonts)


def _find_kind(number: str, codes: Mapping[str, str]) -> str:
    return find_kind(int(number) if number.isdecimal() and len(number) < 8 else 0, codes.get(number, ""))


def _is_struck(font: Element | None) -> bool:
    strike = None if font is None else font.find("strike")
    return strike is not None and strike.get("val", "1") not in ("0", "false")
