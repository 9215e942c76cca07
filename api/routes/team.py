"""The smallest team for a description."""

from fastapi import APIRouter

from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.description_route import TAKES_FILE, DescriptionRoute
from api.routes.answers import UPLOAD_REJECTED
from api.schemas.description import adjustments_of
from api.schemas.team import TeamIn, TeamOut, team_out
from kb.matching.form_team import form_team
from kb.matching.make_request import make_request
from kb.reading.plain_text import read_plain_text

router = APIRouter(prefix="/v1", tags=["matchning"], route_class=DescriptionRoute)


@router.post(
    "/team",
    summary="Så få experter som möjligt för en beskrivning",
    responses=UPLOAD_REJECTED,
    openapi_extra=TAKES_FILE,
)
def team(searcher: CurrentSearcher, today: Today, language: ChosenLanguage, body: TeamIn) -> TeamOut:
    text = read_plain_text(body.text.encode())
    request = make_request(body.municipality, body.first, body.last, today, searcher.snapshot.registers)
    adjustments = adjustments_of(body.problems)
    return team_out(
        form_team(text, request, today, searcher, adjustments, hours=body.hours, min_match=body.min_match), language
    )
