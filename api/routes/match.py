"""Methods and experts for a description."""

from fastapi import APIRouter

from api.deps import CurrentSearcher, Today
from api.routes.answers import BODY_REJECTED
from api.schemas.description import MatchIn
from api.schemas.match import MatchOut, match_out
from kb.matching.make_request import make_request
from kb.matching.match import match_description
from kb.reading.plain_text import read_plain_text

router = APIRouter(prefix="/v1", tags=["matchning"])


@router.post("/match", summary="Metoder och experter för en beskrivning", responses=BODY_REJECTED)
def match(searcher: CurrentSearcher, today: Today, body: MatchIn) -> MatchOut:
    text = read_plain_text(body.text.encode())
    request = make_request(body.municipality, body.first, body.last, today, searcher.snapshot.registers)
    return match_out(match_description(text, request, today, searcher))
