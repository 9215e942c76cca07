"""The forms in which a plan is written to a file: a new one is a line here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from kb.plans.markdown import write_markdown
from kb.plans.plan import Plan
from kb.plans.saved_plan import write_json

PlanForm = Literal["docx", "markdown", "json"]


@dataclass(frozen=True, slots=True)
class PlanFormat:
    """suffix : of the file's name, with its dot; media_type : without a charset, for text is UTF-8."""

    suffix: str
    media_type: str
    write: Callable[[Plan], bytes]


def _write_markdown(plan: Plan) -> bytes:
    return write_markdown(plan).encode()


def _write_docx(plan: Plan) -> bytes:
    from kb.plans.docx import write_docx  # when it is used: python-docx is large, and most plans are read elsewhere

    return write_docx(plan)


FORMATS: Mapping[PlanForm, PlanFormat] = {
    "docx": PlanFormat(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _write_docx),
    "markdown": PlanFormat(".md", "text/markdown", _write_markdown),
    "json": PlanFormat(".json", "application/json", write_json),
}
"""In the order in which they are offered."""


def find_format(form: str) -> PlanFormat | None:
    """The format of that name, None where there is none."""
    return next((found for name, found in FORMATS.items() if name == form), None)


def find_format_of(suffix: str) -> PlanFormat | None:
    """The format of files whose names end in that suffix, None where there is none."""
    return next((found for found in FORMATS.values() if found.suffix == suffix), None)
