"""Pages set by Typst: the one module that knows it. What stands in a plan goes to it as data, never as its code."""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

STANDARD = "ua-1"
"""PDF/UA-1 (ISO 14289-1), which Typst checks as it writes."""


class TypstPages:
    """A `Typesetter`."""

    def typeset(self, parts: dict[str, Any]) -> bytes:
        """The pages as PDF/UA-1; tagged, but without that promise, where no font of the machine has some sign of it."""
        try:
            return _compile(parts, [STANDARD])
        except typst.TypstError:
            return _compile(parts, [])


def _compile(parts: dict[str, Any], standards: list[Any]) -> bytes:
    made = typst.compile(
        _load_template(),
        format="pdf",
        font_paths=_find_fonts(),
        sys_inputs={"document": json.dumps(parts)},
        pdf_standards=standards,
        timestamp=datetime.fromisoformat(parts["day"]).replace(tzinfo=UTC),
    )
    if not isinstance(made, bytes):
        raise TypeError(f"Typst gave {type(made).__name__} for a PDF, not bytes")
    return made


@cache
def _load_template() -> bytes:
    return Path(__file__).with_name("pages.typ").read_bytes()


@cache
def _find_fonts() -> typst.Fonts:
    """Those that Typst brings, which the template names, and those of the machine for signs that they have not."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True)
