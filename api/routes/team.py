"""The smallest team for a description."""

from fastapi import APIRouter

from api.deps import CurrentSearcher, Today
from api.routes.answers import BODY_REJECTED
from api.schemas_team import TeamIn, TeamOut, team_out
from kb.matching.experts import Request
from kb.matching.form_team import form_team
from kb.matching.period import choose_period
from kb.reading.plain_text import read_plain_text

router = APIRouter(prefix="/v1", tags=["matchning"])


@router.post("/team", summary="Så få experter som möjligt för en beskrivning", responses=BODY_REJECTED)
def team(searcher: CurrentSearcher, today: Today, body: TeamIn) -> TeamOut:
    text = read_plain_text(body.text.encode())
    town = searcher.snapshot.registers.find_municipality(body.municipality) if body.municipality else None
    request = Request(town, choose_period(body.first, body.last, today))
    return team_out(form_team(text, request, today, searcher, hours=body.hours, min_match=body.min_match))
