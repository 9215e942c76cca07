"""Questions put to an open page: each is a function in a file of its own, in_page/<name>.js."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

FOLDER = Path(__file__).parent / "in_page"


def ask_page(page: Page, name: str, argument: object = None) -> Any:
    """What the function answers. It is run by the debugger, so the page's policy against scripts stays in force."""
    return page.evaluate(_read(name), argument)


@cache
def _read(name: str) -> str:
    return (FOLDER / f"{name}.js").read_text(encoding="utf-8")
