"""A follow-up answered: in the case by who is signed in, by the link of a message by whoever has it."""

from collections.abc import Mapping

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access.current_account import database_of, now_of
from api.cases.advice.answer_follow_up import answer_follow_up
from api.cases.opened import writing_case
from api.deps import ChosenLanguage
from api.languages import Language, load_strings
from api.pages.cases.addresses import CASE, case_address
from api.pages.cases.advice.answer_fields import ANSWER_NAMES, list_answer_faults, read_answer
from api.pages.cases.advice.view import Shown, render_advice_page
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.pages.frame.private import render_form_page
from api.statuses import INVALID, status_of
from api.store.cases.errors import FollowUpAnswered
from api.store.cases.find_case import find_case
from api.store.cases.follow_up_links import find_by_link
from api.store.cases.follow_ups import BY_LINK, find_follow_up

LINK = "/uppfoljning/{token}"
MAX_MONTHS_CHARS = 2

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.post(f"{CASE}/uppfoljning")
def answer_own(request: Request, case_id: str, language: ChosenLanguage, fields: CheckedFields) -> Response:
    """By a coordinator of the municipality that was helped."""
    typed = read_typed(fields, (*ANSWER_NAMES, "months"))
    months, answer = _read_months(typed["months"]), read_answer(typed)
    try:
        with writing_case(request, case_id, "ask") as (session, _, asker):
            row = find_follow_up(session, case_id, months, asker.now.date())
            if answer:
                answer_follow_up(session, row, answer, asker.id, asker.now)
    except FollowUpAnswered as error:
        shown = Shown(status_of(type(error)).code, notice="error_FollowUpAnswered")
        return render_advice_page(request, case_id, language, shown)
    if answer is None:
        faults = _spell(typed, language)
        shown = Shown(INVALID.code, typed=typed, answered=months, faults=faults)
        return render_advice_page(request, case_id, language, shown)
    return RedirectResponse(f"{case_address(case_id, 'rad')}#uppfoljning", 303)


@router.get(LINK)
def show_form(request: Request, token: str, language: ChosenLanguage) -> Response:
    """The form, which nothing answers but who sends it: programs that look at mail open its links."""
    return _render(request, token, language)


@router.post(LINK)
def answer_by_link(request: Request, token: str, language: ChosenLanguage, fields: CheckedFields) -> Response:
    typed, now = read_typed(fields, ANSWER_NAMES), now_of(request)
    answer = read_answer(typed)
    if answer is None:
        return _render(request, token, language, INVALID.code, typed, _spell(typed, language))
    try:
        with database_of(request).session() as session:
            answer_follow_up(session, find_by_link(session, token, now, to_write=True), answer, BY_LINK, now)
    except FollowUpAnswered as error:
        return _render(request, token, language, status_of(type(error)).code, is_late=True)
    return RedirectResponse(LINK.format(token=token), 303)


def _render(
    request: Request,
    token: str,
    language: Language,
    status: int = 200,
    typed: Mapping[str, str] | None = None,
    faults: Mapping[str, str] | None = None,
    *,
    is_late: bool = False,
) -> Response:
    """The form, or that it was answered. is_late : another answer was sent, and the first one stands"""
    with database_of(request).reading() as session:
        row = find_by_link(session, token, now_of(request))
        case = find_case(session, row.case_id)
    return render_form_page(
        request,
        "cases/uppfoljning.html",
        language,
        status,
        here=LINK.format(token=token),
        row=row,
        code=case.code,
        asked=case.created.date(),
        typed={name: (typed or {}).get(name, "") for name in ANSWER_NAMES},
        faults=faults or {},
        is_late=is_late,
        conflicts={},
        may_edit=True,
    )


def _spell(typed: Mapping[str, str], language: Language) -> dict[str, str]:
    t = load_strings(language)
    return {field: t[key] for field, key in list_answer_faults(typed).items()}


def _read_months(text: str) -> int:
    """0, which no follow-up has, where it is no number."""
    return int(text) if text.isdecimal() and len(text) <= MAX_MONTHS_CHARS else 0
