"""Methods and experts for a description."""

from fastapi import APIRouter, Request, Response

from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.description_route import TAKES_FILE, DescriptionRoute
from api.progress_stream import stream_progress, wants_lines
from api.routes.answers import UPLOAD_REJECTED
from api.schemas.matching.description import MatchIn, adjustments_of, request_of
from api.schemas.matching.excluded import list_excluded
from api.schemas.matching.match import MatchOut, match_out
from kb.matching.match import match_description
from kb.progress import Progress, be_silent
from kb.reading.plain_text import read_plain_text

router = APIRouter(prefix="/v1", tags=["matchning"], route_class=DescriptionRoute)


@router.post(
    "/match",
    summary="Metoder och experter för en beskrivning",
    response_model=MatchOut,
    responses=UPLOAD_REJECTED,
    openapi_extra=TAKES_FILE,
)
def match(
    searcher: CurrentSearcher, today: Today, language: ChosenLanguage, body: MatchIn, asked: Request
) -> MatchOut | Response:
    text = read_plain_text(body.text.encode())
    request = request_of(body, today, searcher.snapshot.registers)

    def find(progress: Progress) -> MatchOut:
        progress("reading", 1, 1)  # before the answer began: what cannot be read is told by its status
        found = match_description(text, request, today, searcher, adjustments_of(body.problems), progress)
        excluded = list_excluded(request, today, searcher, language) if body.include_excluded else None
        return match_out(found, language, excluded)

    return stream_progress(asked, find) if wants_lines(asked) else find(be_silent)
