"""The smallest team for a description."""

from fastapi import APIRouter

from api.deps import CurrentSearcher, Today
from api.routes.answers import BODY_REJECTED
from api.schemas.team import TeamIn, TeamOut, team_out
from kb.matching.form_team import form_team
from kb.matching.make_request import make_request
from kb.reading.plain_text import read_plain_text

router = APIRouter(prefix="/v1", tags=["matchning"])


@router.post("/team", summary="Så få experter som möjligt för en beskrivning", responses=BODY_REJECTED)
def team(searcher: CurrentSearcher, today: Today, body: TeamIn) -> TeamOut:
    text = read_plain_text(body.text.encode())
    request = make_request(body.municipality, body.first, body.last, today, searcher.snapshot.registers)
    return team_out(form_team(text, request, today, searcher, hours=body.hours, min_match=body.min_match))
