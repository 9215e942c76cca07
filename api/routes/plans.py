"""A draft åtgärdsplan for a description, as JSON, Markdown or Word."""

from collections.abc import Callable, Mapping
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import Response

from api.deps import CurrentSearcher, Today
from api.description_route import TAKES_FILE, DescriptionRoute
from api.routes.answers import UPLOAD_REJECTED
from api.schemas.matching.description import PlanIn, adjustments_of, request_of
from kb.matching.match import match_description
from kb.plans.docx import write_docx
from kb.plans.draft import draft_plan
from kb.plans.markdown import write_markdown
from kb.plans.plan import Plan
from kb.plans.rematch import write_json
from kb.reading.plain_text import read_plain_text

router = APIRouter(prefix="/v1", tags=["matchning"], route_class=DescriptionRoute)

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMS: Mapping[str, tuple[str, Callable[[Plan], bytes]]] = {
    "json": ("application/json", write_json),
    "markdown": ("text/markdown; charset=utf-8", lambda plan: write_markdown(plan).encode()),
    "docx": (WORD, write_docx),
}


@router.post(
    "/plans",
    summary="Utkast till åtgärdsplan",
    responses=UPLOAD_REJECTED,
    response_class=Response,
    openapi_extra=TAKES_FILE,
)
def draft(
    searcher: CurrentSearcher,
    today: Today,
    body: PlanIn,
    form: Annotated[Literal["json", "markdown", "docx"], Query()] = "json",
) -> Response:
    text = read_plain_text(body.text.encode())
    request = request_of(body, today, searcher.snapshot.registers)
    match = match_description(text, request, today, searcher, adjustments_of(body.problems))
    media_type, write = FORMS[form]
    return Response(write(draft_plan(match, today, body.follow_up)), media_type=media_type)
