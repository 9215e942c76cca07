"""What whoever asks does with its case: the wish written anew, and the case ended."""

from fastapi import APIRouter, BackgroundTasks, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.asks.let_go import let_go
from api.case_mail.tell import tell_later
from api.cases.guard import guard_texts, list_found
from api.cases.opened import reading_case, writing_case
from api.deps import ChosenLanguage, Today
from api.languages import Language, load_strings
from api.pages.cases.addresses import CASE, case_address
from api.pages.cases.asking.wish_form import Wish, empty_wish, read_wish
from api.pages.cases.case_page import render_case_page
from api.pages.cases.names import name_experts
from api.pages.cases.thread.show_case import render_thread
from api.pages.frame.fault import spell_faults
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.store.cases.change_wish import change_wish
from api.store.cases.desk.end import finish_case
from api.store.cases.errors import PersonalDataFound
from api.store.cases.request_json import read_request
from api.store.cases.tables import Case
from kb.vocabulary import MEETING_FORMATS, SUPPORT_LANGUAGES

CHANGE = f"{CASE}/andra"

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(CHANGE)
def show_change(request: Request, case_id: str, language: ChosenLanguage) -> Response:
    with reading_case(request, case_id, "ask") as (_, case, _):
        return _render(request, case_id, language, _wish_of(case))


@router.post(CHANGE)
def change(
    request: Request,
    case_id: str,
    language: ChosenLanguage,
    today: Today,
    fields: CheckedFields,
    tasks: BackgroundTasks,
) -> Response:
    with reading_case(request, case_id, "ask") as (_, case, _):
        experts = {*name_experts(request), *read_request(case.request).not_experts}
        wish = read_wish(fields, case.municipality_code, today, (), experts, with_problems=False)
    if wish.asked is None:
        return _render(request, case_id, language, wish)
    with writing_case(request, case_id, "ask") as (session, _, asker):
        change_wish(session, case_id, wish.asked, asker.id, asker.now)
        tell_later(request, session, tasks, case_id, "case.changed", asker.id)
    return RedirectResponse(case_address(case_id), 303)


@router.post(f"{CASE}/avsluta")
def end(
    request: Request, case_id: str, language: ChosenLanguage, fields: CheckedFields, tasks: BackgroundTasks
) -> Response:
    """Done, for the help is not needed any longer."""
    words = read_typed(fields, ("words",))["words"][:1_000]
    try:
        kept = guard_texts({"words": words}, may_mask="mask" in fields)["words"]
    except PersonalDataFound:
        found = list_found({"words": words})
        return render_thread(request, case_id, language, 422, end_words=words, end_found=found)
    with writing_case(request, case_id, "ask") as (session, _, asker):
        finish_case(session, case_id, kept, asker.id, asker.now)
        let_go(request, session, case_id, asker, tasks)
        tell_later(request, session, tasks, case_id, "case.done", asker.id)
    return RedirectResponse(case_address(case_id), 303)


def _wish_of(case: Case) -> Wish:
    """The form as the case stands."""
    request = read_request(case.request)
    typed = {
        "title": case.title,
        "wish": request.wish,
        "from": str(case.first),
        "to": str(case.last),
        "meeting": case.form or "",
        "language": case.language or "",
        "hours": f"{case.hours:g}",
        "why_urgent": request.why_urgent,
    }
    return Wish(typed={**empty_wish().typed, **typed}, rows=(), not_experts=request.not_experts)


def _render(request: Request, case_id: str, language: Language, wish: Wish) -> Response:
    with reading_case(request, case_id, "ask") as (_, case, asker):
        values = {
            "typed": wish.typed,
            "not_experts": wish.not_experts,
            "found": wish.found,
            "faults": spell_faults(wish.faults, load_strings(language)),
            "experts": name_experts(request),
            "meeting_formats": MEETING_FORMATS,
            "languages": SUPPORT_LANGUAGES,
        }
        return render_case_page(request, "andra", case, asker, language, wish.status, **values)
