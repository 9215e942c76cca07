"""The smallest team for a description."""

from fastapi import APIRouter

from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.given.description_route import TAKES_FILE, DescriptionRoute
from api.given.match_body import match_body
from api.routes.answers import UPLOAD_REJECTED
from api.schemas.team import TeamIn, TeamOut, team_out
from kb.staffing.form_team import form_team

router = APIRouter(prefix="/v1", tags=["matchning"], route_class=DescriptionRoute)


@router.post(
    "/team",
    summary="Så få experter som möjligt för en beskrivning",
    responses=UPLOAD_REJECTED,
    openapi_extra=TAKES_FILE,
)
def team(searcher: CurrentSearcher, today: Today, language: ChosenLanguage, body: TeamIn) -> TeamOut:
    found = form_team(match_body(body, searcher, today), hours=body.hours, min_match=body.min_match)
    return team_out(found, language, with_excluded=body.include_excluded)
