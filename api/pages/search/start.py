"""The first page: one box for a question or a description, and ways in by problem."""

from collections.abc import Sequence

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData, UploadFile

from api.deps import ChosenLanguage, CurrentSearcher
from api.given.read_description import drop_empty
from api.languages import Language, load_strings
from api.pages.frame.linked_data import describe_site
from api.pages.frame.render import render_page
from api.pages.search.area_groups import group_areas
from api.pages.search.asked_in_box import is_question, leads_to_search
from api.statuses import INVALID
from kb.documents import Guidance
from kb.search.searcher import Searcher
from kb.vocabulary import place_of_rating

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

N_NEWEST = 6
MAX_QUESTION_BYTES = 4_000
"""Of a whole form: one that is larger holds a file or a long text, and is not read here."""


@router.get("/")
def show_start(request: Request, searcher: CurrentSearcher, language: ChosenLanguage) -> Response:
    return _render_start(request, searcher, language)


@router.post("/fraga")
async def ask(request: Request, searcher: CurrentSearcher, language: ChosenLanguage) -> Response:
    """A short question leads to the search; anything else is sent on to /matcha, its text in no address."""
    if int(request.headers.get("content-length") or MAX_QUESTION_BYTES + 1) > MAX_QUESTION_BYTES:
        async for _ in request.stream():
            pass  # a browser that is answered before it has sent all shows an error of its own
        return RedirectResponse("/matcha", 307)
    async with request.form() as form:
        text, has_file = _read(form)
    if not text.strip() and not has_file:
        return _render_start(request, searcher, language, INVALID.code, error=load_strings(language)["box_empty"])
    if has_file or not is_question(text):
        return RedirectResponse("/matcha", 307)
    return RedirectResponse(leads_to_search(text), 303)


def _read(form: FormData) -> tuple[str, bool]:
    text, file = form.get("text", ""), form.get("file")
    return text if isinstance(text, str) else "", bool(isinstance(file, UploadFile) and drop_empty(file))


def _render_start(
    request: Request, searcher: Searcher, language: Language, status: int = 200, error: str = ""
) -> Response:
    snapshot = searcher.snapshot
    return render_page(
        request,
        "start.html",
        language,
        status,
        linked_data=describe_site(request),
        error=error,
        groups=group_areas(list(snapshot.problem_areas.values()), language),
        newest=_newest(list(snapshot.guidance.values())),
        counts=snapshot.manifest.n_documents,
    )


def _newest(documents: Sequence[Guidance]) -> list[Guidance]:
    """The guidance that was reviewed last, of the same day the best rated first; nothing that is advised against."""

    def place(document: Guidance) -> tuple[int, int, str]:
        rating = place_of_rating(document.rating)
        return -document.reviewed.toordinal(), rating, document.title

    return sorted((d for d in documents if not d.is_advised_against), key=place)[:N_NEWEST]
