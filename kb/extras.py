"""The extras that the package is installed with, and what each brings. Without any, search and match work on text."""

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Literal

from kb.errors import ExtraMissing

Extra = Literal["assistants", "documents", "models", "reading", "service"]
MODULES: Mapping[Extra, tuple[str, ...]] = {
    "assistants": ("mcp",),
    "documents": ("docx", "typst", "xlsxwriter"),
    "models": ("sentence_transformers", "torch"),
    "reading": ("pypdfium2",),
    "service": (
        "aiosmtplib",
        "alembic",
        "authlib",
        "cryptography",
        "docx",
        "fastapi",
        "httpx2",
        "icalendar",
        "jinja2",
        "lxml",
        "mcp",
        "psycopg",
        "pydantic_settings",
        "pypdfium2",
        "python_multipart",
        "recurring_ical_events",
        "sqlalchemy",
        "typst",
        "uvicorn",
        "xlsxwriter",
    ),
}
"""Extra -> the modules that pyproject.toml installs with it; the service takes files and answers assistants."""


def require_extra(extra: Extra, needed_by: str) -> None:
    """Return if all of the extra is installed. Nothing of it is imported: torch alone takes seconds.

    Raises
    ------
    ExtraMissing : a module of it is not installed; needed_by, as "a PDF", begins the message
    """
    if any(find_spec(module) is None for module in MODULES[extra]):
        raise ExtraMissing(f"{needed_by} needs the extra `{extra}`; pip install 'till-handling[{extra}]'")
