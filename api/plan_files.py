"""A plan as a file to take home, from the pages and from the API."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import quote

from fastapi.responses import Response

from api.given.read_description import FileReader
from api.saved_plans.opened import Opened
from kb.plans.document.missing_style import MissingStyle
from kb.plans.document.written_plan import Adoption, WrittenPlan, make_written_plan
from kb.plans.formats import FORMATS, PlanFile, PlanForm, write_plan
from kb.plans.labels import PlanLanguage

MISSING_STYLES = "Template-Missing-Styles"
"""Header with the styles that a template has not, each with what is used instead, percent-encoded: Quote=Normal, ..."""


def answer_plan(plan: WrittenPlan, form: PlanForm, language: PlanLanguage) -> Response:
    """The plan as a file in the form; raises as `write_plan`."""
    return _answer(plan, form, write_plan(plan, form, language))


def answer_poured(
    plan: WrittenPlan, form: PlanForm, language: PlanLanguage, template: bytes | None, reader: FileReader
) -> Response:
    """The plan poured into a template, which is opened while one of the reader's places is free.

    Raises
    ------
    ReadersBusy : as many files as may be are being read
    KbError : as `write_plan`
    """
    if template is None:
        return answer_plan(plan, form, language)
    with reader.take_place():
        file = write_plan(plan, form, language, template)
    return _answer(plan, form, file)


def present_saved(opened: Opened, today: date) -> WrittenPlan:
    """A saved plan as it is written to a file, with the decision on it while that holds."""
    saved = opened.saved
    told = saved.adoption if saved.row.state == "adopted" else None
    adoption = Adoption(told.day, told.body, told.paragraph) if told else None
    return make_written_plan(saved.plan, today, saved.version, adoption)


def _answer(plan: WrittenPlan, form: PlanForm, file: PlanFile) -> Response:
    chosen = FORMATS[form]
    of = plan.read.draft.drafted if plan.version is None else f"version-{plan.version}"
    headers = {
        "Content-Disposition": f'attachment; filename="atgardsplan-{of}{chosen.suffix}"',
        "Cache-Control": "no-store",
    }
    if file.missing:
        headers[MISSING_STYLES] = _tell(file.missing)
    return Response(file.content, media_type=chosen.media_type, headers=headers)


def _tell(missing: Iterable[MissingStyle]) -> str:
    return ", ".join(f"{quote(style.wanted)}={quote(style.used or '')}" for style in missing)
