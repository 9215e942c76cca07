"""All that was done with a case: what, by whom and when."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.cases.opened import reading_case
from api.deps import ChosenLanguage
from api.pages.cases.addresses import CASE
from api.pages.cases.case_page import render_case_page
from api.store.cases.list_events import list_events
from api.store.cases.name_writers import name_writers

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(f"{CASE}/historik")
def show_history(request: Request, case_id: str, language: ChosenLanguage) -> Response:
    with reading_case(request, case_id, "ask", "advise") as (session, case, asker):
        events = list_events(session, case.id)
        names = name_writers(session, {event.by for event in events})
        return render_case_page(request, "historik", case, asker, language, events=events, names=names)
