"""Methods and experts for a description."""

from fastapi import APIRouter

from api.deps import CurrentSearcher, Today
from api.routes.answers import BODY_REJECTED
from api.schemas import MatchIn, MatchOut, match_out
from kb.matching.experts import Request
from kb.matching.match import match_description
from kb.matching.period import choose_period
from kb.reading.plain_text import read_plain_text

router = APIRouter(prefix="/v1", tags=["matchning"])


@router.post("/match", summary="Metoder och experter för en beskrivning", responses=BODY_REJECTED)
def match(searcher: CurrentSearcher, today: Today, body: MatchIn) -> MatchOut:
    text = read_plain_text(body.text.encode())
    town = searcher.snapshot.registers.find_municipality(body.municipality) if body.municipality else None
    request = Request(town, choose_period(body.first, body.last, today))
    return match_out(match_description(text, request, today, searcher))
