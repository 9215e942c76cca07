"""Markdown cases: a title, an input and what is expected of it, so that a new case needs no Python."""

import re
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

FOLDER = Path(__file__).parent.parent / "cases"
_CASE = re.compile(
    r"^## (?P<title>[^\n]+)\n+```\n(?P<input>.*?)\n?```\n+```\n(?P<expected>.*?)\n?```$", re.MULTILINE | re.DOTALL
)


def read_cases(name: str) -> list[ParameterSet]:
    """The cases of a file as parameters (input, expected), named by their titles."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    cases = [pytest.param(case["input"], case["expected"], id=case["title"]) for case in _CASE.finditer(text)]
    if len(cases) != text.count("\n## "):
        raise ValueError(f"{name}: {text.count(chr(10) + '## ')} titles but {len(cases)} whole cases")
    return cases
