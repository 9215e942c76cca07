"""The page of the link that an expert's organisation is sent: what is asked, and its answer.

Opening it answers nothing, for scanners of mail open it too.
"""

from collections.abc import Mapping

from fastapi import APIRouter, BackgroundTasks, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access.current_account import database_of, now_of
from api.asks.ask import ANSWER_PAGE, answer
from api.asks.names import names_of
from api.deps import ChosenLanguage
from api.languages import Language, load_strings
from api.pages.cases.typed_hours import read_day
from api.pages.frame.fault import Fault, spell_faults
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.pages.frame.private import render_form_page
from api.store.cases.asks import ANSWER_KINDS, MAX_NOTE_CHARS, Answer, AnswerKind, find_ask, other_of
from api.store.cases.find_case import find_case
from api.store.cases.list_problems import list_problems
from api.store.cases.request_json import read_request
from api.store.experts.asking import find_led_to
from api.store.experts.bookings import stage_of
from kb.documents import Period
from kb.privacy import mask_personal_data

NAMES = ("answer", "note", "first", "last")

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(ANSWER_PAGE)
def show_question(request: Request, token: str, language: ChosenLanguage) -> Response:
    return _render(request, token, language)


@router.post(ANSWER_PAGE)
def take_answer(
    request: Request, token: str, language: ChosenLanguage, fields: CheckedFields, tasks: BackgroundTasks
) -> Response:
    typed = read_typed(fields, NAMES)
    given, faults = _read_answer(typed)
    if given is None:
        return _render(request, token, language, typed, faults)
    answer(request, token, given, tasks)
    return RedirectResponse(ANSWER_PAGE.format(token=token), 303)


def _read_answer(typed: Mapping[str, str]) -> tuple[Answer | None, dict[str, Fault]]:
    kind: AnswerKind | None = next((one for one in ANSWER_KINDS if one == typed["answer"]), None)
    if kind is None:
        return None, {"answer": Fault("booking_fault_answer")}
    if len(typed["note"]) > MAX_NOTE_CHARS:
        return None, {"note": Fault("booking_fault_note")}
    if kind != "other":
        return Answer(kind, typed["note"]), {}
    first, last = read_day(typed["first"]), read_day(typed["last"])
    if first is None or last is None:
        return None, {name: Fault("fault_day") for name, day in (("first", first), ("last", last)) if day is None}
    if last < first:
        return None, {"last": Fault("fault_period")}
    return Answer(kind, typed["note"], Period(first, last)), {}


def _render(
    request: Request,
    token: str,
    language: Language,
    typed: Mapping[str, str] | None = None,
    faults: Mapping[str, Fault] | None = None,
) -> Response:
    names, now = names_of(request), now_of(request)
    with database_of(request).reading() as session:
        row = find_ask(session, token, now)
        case = find_case(session, row.case_id)
        areas = [problem.area for problem in list_problems(session, case.id)]
        booking = find_led_to(session, row.id)
        values = {
            "ask": row,
            "case": case,
            "other": other_of(row),
            "booking": booking,
            "stage": stage_of(booking, now) if booking else None,
            "expert": names.expert(row.expert_slug),
            "town": names.town(case.municipality_code),
            "areas": names.areas(areas, language),
            "wish": mask_personal_data(read_request(case.request).wish).text,
        }
    return render_form_page(
        request,
        "cases/fraga.html",
        language,
        422 if faults else 200,
        here=ANSWER_PAGE.format(token=token),
        typed=typed or dict.fromkeys(NAMES, ""),
        faults=spell_faults(faults or {}, load_strings(language)),
        today=request.app.state.today(),
        max_note=MAX_NOTE_CHARS,
        **values,
    )
