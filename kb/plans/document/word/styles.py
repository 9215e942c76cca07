"""Which style of a template is used for what, and what is used where it has none of that name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE

from kb.plans.document.missing_style import MissingStyle

Role = Literal[
    "title",
    "subtitle",
    "lead",
    "heading 1",
    "heading 2",
    "heading 3",
    "plain",
    "quote",
    "bullet",
    "warning",
    "note",
    "caption",
    "table text",
    "table",
    "contents heading",
    "contents 1",
    "contents 2",
    "link",
    "header",
    "footer",
]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """names : of the style, any of them, the first the one that a message names; instead : the role that stands in"""

    names: tuple[str, ...]
    instead: Role | None = None
    kind: WD_STYLE_TYPE = WD_STYLE_TYPE.PARAGRAPH


WANTED: Mapping[Role, _Wanted] = {
    "plain": _Wanted(("Body Text", "Brödtext", "Normal")),
    "title": _Wanted(("Title", "Rubrik", "Titel"), "heading 1"),
    "subtitle": _Wanted(("Subtitle", "Underrubrik"), "plain"),
    "lead": _Wanted(("Lead", "Ingress"), "plain"),
    "heading 1": _Wanted(("heading 1", "Rubrik 1"), "plain"),
    "heading 2": _Wanted(("heading 2", "Rubrik 2"), "heading 1"),
    "heading 3": _Wanted(("heading 3", "Rubrik 3"), "heading 2"),
    "quote": _Wanted(("Quote", "Citat"), "plain"),
    "bullet": _Wanted(("List Bullet", "Punktlista"), "plain"),
    "warning": _Wanted(("Warning", "Varning"), "plain"),
    "note": _Wanted(("Note", "Liten text"), "plain"),
    "caption": _Wanted(("caption", "Beskrivning"), "plain"),
    "table text": _Wanted(("Table Text", "Tabelltext"), "plain"),
    "table": _Wanted(("Plan Table", "Table Grid", "Tabellrutnät"), None, WD_STYLE_TYPE.TABLE),
    "contents heading": _Wanted(("TOC Heading", "Innehållsförteckningsrubrik"), "plain"),
    "contents 1": _Wanted(("toc 1", "Innehåll 1"), "plain"),
    "contents 2": _Wanted(("toc 2", "Innehåll 2"), "contents 1"),
    "link": _Wanted(("Hyperlink", "Hyperlänk"), None, WD_STYLE_TYPE.CHARACTER),
    "header": _Wanted(("header", "Sidhuvud"), "plain"),
    "footer": _Wanted(("footer", "Sidfot"), "plain"),
}
"""Word keeps the names of its own styles in English whatever language it shows them in; a style with a Swedish name of
its own is found too."""
STRONG_INSTEAD: frozenset[Role] = frozenset({"title", "lead", "heading 1", "warning", "caption", "contents heading"})
"""What is bold where the body text stands in for it."""


@dataclass(frozen=True, slots=True)
class Styles:
    """ids : role -> id of the style, empty where none is used; stands_in : roles that another style serves"""

    ids: Mapping[Role, str]
    missing: tuple[MissingStyle, ...]
    stands_in: frozenset[Role]

    def is_strong(self, role: Role) -> bool:
        """Whether the role needs bold type, because the style that serves it is the body's."""
        return role in STRONG_INSTEAD and role in self.stands_in and self.ids[role] == self.ids["plain"]


def find_styles(document: WordDocument) -> Styles:
    """The style of each role in the document."""
    known = {(style.type, _fold(style.element.name_val)): style for style in document.styles if style.element.name_val}
    ids: dict[Role, str] = {}
    names: dict[Role, str | None] = {}
    missing = []
    for role, wanted in WANTED.items():
        found = next((style for name in wanted.names if (style := known.get((wanted.kind, _fold(name))))), None)
        if found is not None:
            ids[role], names[role] = found.style_id, found.element.name_val
            continue
        served_by = wanted.instead
        ids[role], names[role] = (
            ids.get(served_by, "") if served_by else "",
            names.get(served_by) if served_by else None,
        )
        missing.append((role, MissingStyle(" / ".join(dict.fromkeys(wanted.names)), names[role])))
    return Styles(ids, tuple(told for _, told in missing), frozenset(role for role, _ in missing))


def _fold(name: str) -> str:
    return name.casefold().replace(" ", "")
