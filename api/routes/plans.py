"""A draft åtgärdsplan for a description, as JSON, Markdown or Word."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response

from api.deps import CurrentSearcher, Today
from api.description_route import TAKES_FILE, DescriptionRoute
from api.routes.answers import UPLOAD_REJECTED
from api.schemas.matching.description import PlanIn, adjustments_of, request_of
from kb.matching.match import match_description
from kb.plans.draft import draft_plan
from kb.plans.formats import FORMATS, PlanForm
from kb.reading.plain_text import read_plain_text

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
    body: PlanIn,
    form: Annotated[PlanForm, Query()] = "json",
) -> Response:
    text = read_plain_text(body.text.encode())
    request = request_of(body, today, searcher.snapshot.registers)
    match = match_description(text, request, today, searcher, adjustments_of(body.problems))
    written = FORMATS[form].write(draft_plan(match, today, body.follow_up))
    return Response(written, media_type=FORMATS[form].media_type)
