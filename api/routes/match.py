"""Methods and experts for a description."""

from fastapi import APIRouter, Request, Response

from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.given.description_route import TAKES_FILE, DescriptionRoute
from api.given.match_body import prepare_match
from api.progress_stream import stream_progress, wants_lines
from api.routes.answers import UPLOAD_REJECTED
from api.schemas.matching.description import MatchIn
from api.schemas.matching.match import MatchOut, match_out
from api.use.note_use import list_areas_met, note_match
from kb.progress import Progress, be_silent

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
    make_match = prepare_match(body, searcher, today)

    def find(progress: Progress) -> MatchOut:
        progress("reading", 1, 1)  # before the answer began: what cannot be read is told by its status
        made = make_match(progress)
        note_match(asked, list_areas_met(made))
        return match_out(made, language, with_excluded=body.include_excluded)

    return stream_progress(asked, find) if wants_lines(asked) else find(be_silent)
