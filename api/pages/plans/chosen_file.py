"""A plan as the file that was chosen with the fields of `plans/file_fields.html`."""

from collections.abc import Mapping

from fastapi.responses import Response
from starlette.datastructures import FormData, UploadFile

from api.given.read_description import FileReader
from api.given.template_file import read_template
from api.pages.frame.form_fields import read_typed
from api.plan_files import answer_poured
from kb.plans.document.written_plan import WrittenPlan
from kb.plans.formats import PlanForm
from kb.plans.labels import PlanLanguage

_LANGUAGES: Mapping[str, PlanLanguage] = {"sv": "sv", "en": "en"}


def answer_chosen(plan: WrittenPlan, form: PlanForm, fields: FormData, reader: FileReader) -> Response:
    """The plan as a file; raises KbError for a template that cannot be used, which is for Word alone."""
    upload = fields.get("template")
    template = read_template(upload) if form == "docx" and isinstance(upload, UploadFile) else None
    language = _LANGUAGES.get(read_typed(fields, ("file_language",))["file_language"], "sv")
    return answer_poured(plan, form, language, template, reader)
