"""A draft åtgärdsplan for a description, as JSON, Markdown or Word."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response

from api.deps import CurrentSearcher, Today
from api.given.description_route import TAKES_FILE, DescriptionRoute
from api.given.match_body import match_body
from api.routes.answers import UPLOAD_REJECTED
from api.schemas.matching.description import PlanIn
from kb.plans.draft import draft_plan
from kb.plans.formats import FORMATS, PlanForm

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
    written = FORMATS[form].write(draft_plan(match_body(body, searcher, today), body.follow_up))
    return Response(written, media_type=FORMATS[form].media_type)
