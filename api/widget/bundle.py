"""The widget's modules, strings and style as one ES module, named for its content."""

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from api.languages import Language, load_strings
from kb.search.facets import GUIDANCE_FACETS

SOURCE = Path(__file__).parent / "source"
MODULES = ("settings.js", "asking.js", "rendering.js", "checking.js", "element.js")
"""In the order in which they are joined; a name that one declares is known to all."""
STYLE = "kb-search.css"
PREFIX = "widget_"
SHARED_STRINGS = (
    "advised_against_lead",
    "did_you_mean",
    "evidence",
    "left_out_told",
    "nearest_topics",
    "no_rating",
    "nothing_fits",
    "nothing_fits_lead",
    "phrase_missing",
    "search_button",
    "search_heading",
    "statutory",
    "which_assumed_cause",
    "which_place_or_group",
    "which_problem",
)
"""Keys that the widget has in common with the pages; all others begin with PREFIX."""
HASH_LENGTH = 12


@dataclass(frozen=True, slots=True)
class WidgetFile:
    """integrity: for the attribute of that name (Subresource Integrity)."""

    name: str
    media_type: str
    content: bytes

    @property
    def integrity(self) -> str:
        return "sha384-" + base64.b64encode(hashlib.sha384(self.content).digest()).decode()


@dataclass(frozen=True, slots=True)
class Bundle:
    """style is fetched by browsers alone that cannot take the style from the script (before 2023)."""

    script: WidgetFile
    style: WidgetFile

    @property
    def files(self) -> tuple[WidgetFile, ...]:
        return self.script, self.style


@cache
def build_bundle() -> Bundle:
    """The widget as it is served; the same source and strings give the same bytes."""
    css = _shorten((SOURCE / STYLE).read_text(encoding="utf-8"))
    style = _name_file("css", "text/css", css)
    constants = {
        "CSS_FILE": style.name,
        "CSS_TEXT": css,
        "FACETS": list(GUIDANCE_FACETS),
        "STRINGS": {language: _widget_strings(language) for language in get_args(Language)},
    }
    head = [f"const {name} = {json.dumps(value, ensure_ascii=False)};\n" for name, value in constants.items()]
    modules = [_shorten((SOURCE / name).read_text(encoding="utf-8")) for name in MODULES]
    return Bundle(_name_file("js", "text/javascript", "".join([*head, *modules])), style)


def _widget_strings(language: Language) -> Mapping[str, str]:
    strings = load_strings(language)
    return {key: text for key, text in strings.items() if key.startswith(PREFIX) or key in SHARED_STRINGS}


def _shorten(text: str) -> str:
    """Without comments that have lines of their own, indentation and empty lines; what is left reads as it was written.

    >>> _shorten("/* Why. */\\n\\nf();  // said\\n  g();\\n")
    'f();  // said\\ng();\\n'
    """
    bare = re.sub(r"^[ \t]*(/\*.*?\*/|//[^\n]*)[ \t]*$", "", text, flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"^\s+", "", bare, flags=re.MULTILINE)


def _name_file(suffix: str, media_type: str, text: str) -> WidgetFile:
    content = text.encode()
    digest = hashlib.sha256(content).hexdigest()[:HASH_LENGTH]
    return WidgetFile(f"kb-search.{digest}.{suffix}", media_type, content)
