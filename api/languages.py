"""The two languages, and the words of screens and errors in each."""

import json
from functools import cache
from pathlib import Path
from typing import Literal, get_args

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
LANGUAGE_COOKIE = "sprak"
LANGUAGE_PARAMETER = "lang"
_STRINGS = Path(__file__).parent / "strings"


@cache
def load_strings(language: Language) -> dict[str, str]:
    """key -> text of the screens and errors; both languages have the same keys."""
    strings: dict[str, str] = json.loads((_STRINGS / f"{language}.json").read_text(encoding="utf-8"))
    return strings
