"""The document of a plan as a PDF: what typesets it is a port, so that it can be swapped."""

import re
from typing import Any, Protocol

from kb.plans.document.blocks import Block, Bullets, Contents, Document, Heading, Paragraph, Row, Spans, Table
from kb.plans.document.words import LOCALES

MAX_WHOLE_CHARS = 1_500
"""A row with more text may break over pages: it could be longer than one."""
_LONG_WORD = re.compile(r"[^\s/.?&=\-\u00ad]{30}(?=[^\s/.?&=\-\u00ad])")
_BREAK_HERE = "\N{ZERO WIDTH SPACE}"


class Typesetter(Protocol):
    """Makes pages of the parts of a document, which are strings, numbers, lists and mappings of them."""

    def typeset(self, parts: dict[str, Any]) -> bytes: ...


def write_pdf(document: Document, typesetter: Typesetter) -> bytes:
    """The document as a PDF on A4, tagged, with its title and language."""
    return typesetter.typeset(
        {
            "title": document.title,
            "heading": f"{document.title}, {document.owner}" if document.owner else document.title,
            "owner": document.owner,
            "state": document.state,
            "running_head": document.running_head,
            "locale": LOCALES[document.language],
            "page": document.page,
            "day": str(document.day),
            "blocks": [_encode(block) for block in document.blocks],
        }
    )


def _encode(block: Block) -> dict[str, Any]:
    return {"kind": block.kind, **_encode_own(block)}


def _encode_own(block: Block) -> dict[str, Any]:
    match block:
        case Heading(level=level, spans=spans, anchor=anchor, starts_page=starts_page):
            return {"level": level, "spans": _encode_spans(spans), "anchor": anchor, "starts_page": starts_page}
        case Paragraph(spans, look, anchor):
            return {"spans": _encode_spans(spans), "look": look, "anchor": anchor}
        case Bullets(items):
            return {"items": [_encode_spans(item) for item in items]}
        case Contents(heading, max_level):
            return {"heading": heading, "depth": max_level}
        case Table(caption, columns, rows):
            shown = [{"name": c.name, "share": c.share, "is_amount": c.is_amount} for c in columns]
            return {"caption": _soften(caption), "columns": shown, "rows": [_encode_row(row) for row in rows]}


def _encode_row(row: Row) -> dict[str, Any]:
    is_whole = sum(len(span.text) for cell in row.cells for span in cell) <= MAX_WHOLE_CHARS
    return {"cells": [_encode_spans(cell) for cell in row.cells], "is_total": row.is_total, "is_whole": is_whole}


def _encode_spans(spans: Spans) -> list[dict[str, Any]]:
    return [
        {
            "lines": _soften(span.text).split("\n"),
            "is_strong": span.is_strong,
            "link": span.link,
            "locale": LOCALES[span.language] if span.language else "",
        }
        for span in spans
    ]


def _soften(text: str) -> str:
    """The text, with places where a very long word may break: no line is broken inside a word otherwise."""
    return _LONG_WORD.sub(rf"\g<0>{_BREAK_HERE}", text)
