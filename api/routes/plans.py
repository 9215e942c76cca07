"""A draft åtgärdsplan for a description, in any of its forms."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response

from api.deps import CurrentSearcher, Today
from api.given.description_route import TAKES_FILE, DescriptionRoute
from api.given.match_body import match_body
from api.given.read_description import CurrentFileReader
from api.plan_files import answer_poured
from api.routes.answers import UPLOAD_REJECTED
from api.schemas.matching.description import DocumentIn
from kb.plans.document.written_plan import present_draft
from kb.plans.draft import draft_plan
from kb.plans.formats import FORMATS, PlanForm
from kb.plans.labels import PlanLanguage

router = APIRouter(prefix="/v1", tags=["matchning"], route_class=DescriptionRoute)

WRITTEN: dict[str, Any] = {
    "description": "Planen, i den form som begärs",
    "content": {plan_format.media_type: {} for plan_format in FORMATS.values()},
}


@router.post(
    "/plans",
    summary="Utkast till åtgärdsplan",
    responses={200: WRITTEN, **UPLOAD_REJECTED},
    response_class=Response,
    openapi_extra=TAKES_FILE,
)
def draft(
    searcher: CurrentSearcher,
    today: Today,
    body: DocumentIn,
    reader: CurrentFileReader,
    form: Annotated[PlanForm, Query()] = "json",
    language: Annotated[PlanLanguage, Query(description="Språket i dokumentets egna ord")] = "sv",
) -> Response:
    plan = present_draft(draft_plan(match_body(body, searcher, today), body.follow_up))
    return answer_poured(plan, form, language, body.template, reader)
