"""The smallest team for a description."""

from fastapi import APIRouter

from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.description_route import TAKES_FILE, DescriptionRoute
from api.routes.answers import UPLOAD_REJECTED
from api.schemas.matching.description import adjustments_of, request_of
from api.schemas.matching.excluded import list_excluded
from api.schemas.team import TeamIn, TeamOut, team_out
from kb.reading.plain_text import read_plain_text
from kb.staffing.form_team import form_team

router = APIRouter(prefix="/v1", tags=["matchning"], route_class=DescriptionRoute)


@router.post(
    "/team",
    summary="Så få experter som möjligt för en beskrivning",
    responses=UPLOAD_REJECTED,
    openapi_extra=TAKES_FILE,
)
def team(searcher: CurrentSearcher, today: Today, language: ChosenLanguage, body: TeamIn) -> TeamOut:
    text = read_plain_text(body.text.encode())
    request = request_of(body, today, searcher.snapshot.registers)
    adjustments = adjustments_of(body.problems)
    found = form_team(text, request, today, searcher, adjustments, hours=body.hours, min_match=body.min_match)
    excluded = list_excluded(request, today, searcher, language) if body.include_excluded else None
    return team_out(found, language, excluded)
