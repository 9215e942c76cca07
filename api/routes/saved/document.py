"""A saved plan as a document: Word, PDF, Excel, or poured into a template of the municipality's own."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, File, Query, Request, Response, UploadFile

from api.deps import Today
from api.given.read_description import CurrentFileReader
from api.given.template_file import read_template
from api.plan_files import answer_plan, answer_poured, present_saved
from api.routes.answers import PLAN_ANSWERS
from api.routes.saved.asked import PLAN, PLANS, TAG, PlanId
from api.saved_plans.opened import open_for
from kb.plans.formats import FORMATS, SAVED_FORMS
from kb.plans.labels import PlanLanguage

DocumentForm = Annotated[Literal["docx", "pdf", "xlsx"], Query(description="Dokumentets form", examples=["docx"])]
DocumentLanguage = Annotated[PlanLanguage, Query(description="Språket i dokumentets egna ord", examples=["en"])]
DOCUMENT: dict[str, Any] = {
    "description": "Planen, i den form som begärs",
    "content": {FORMATS[form].media_type: {} for form in SAVED_FORMS},
}
router = APIRouter(prefix=PLANS, tags=[TAG], responses=PLAN_ANSWERS)


@router.get(f"{PLAN}/document", summary="Planen som dokument", response_class=Response, responses={200: DOCUMENT})
def write_document(
    request: Request, plan_id: PlanId, today: Today, form: DocumentForm = "docx", language: DocumentLanguage = "sv"
) -> Response:
    return answer_plan(present_saved(open_for(request, plan_id), today), form, language)


@router.post(
    f"{PLAN}/document", summary="Planen i en egen Word-mall", response_class=Response, responses={200: DOCUMENT}
)
def pour_document(
    request: Request,
    plan_id: PlanId,
    today: Today,
    reader: CurrentFileReader,
    template: Annotated[UploadFile, File(description="Mall (.docx eller .dotx), högst 10 MB. Den sparas inte")],
    language: DocumentLanguage = "sv",
) -> Response:
    """Stilar som mallen saknar står i `Template-Missing-Styles`, och i en kommentar i dokumentet."""
    plan = present_saved(open_for(request, plan_id), today)
    return answer_poured(plan, "docx", language, read_template(template), reader)
