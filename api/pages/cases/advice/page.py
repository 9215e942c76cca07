"""Advice of a case: read by all in it, written by the advisor and by experts that are asked."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.cases.advice.advise import as_given_by, check_may_change, check_may_write, place_advice
from api.cases.advice.check_advice import CheckedAdvice, check_advice
from api.cases.opened import CaseAsker, writing_case
from api.deps import ChosenLanguage, Today
from api.languages import Language, load_strings
from api.pages.cases.addresses import CASE, case_address
from api.pages.cases.advice.fields import NAMES, read_base, read_given
from api.pages.cases.advice.view import Shown, render_advice_page
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.statuses import status_of
from api.store.cases.advice import add_advice, change_advice, find_advice, take_away_advice
from api.store.cases.errors import AdviceChanged, AdviceRejected
from api.store.cases.tables import Advice, Case
from api.store.once import make_once
from api.store.session import Session

ADVICE = f"{CASE}/rad"
ONE = f"{ADVICE}/{{advice_id}}"

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(ADVICE)
def show_advice(
    request: Request,
    case_id: str,
    language: ChosenLanguage,
    maskat: Annotated[int, Query(ge=0, le=10_000)] = 0,
) -> Response:
    """maskat : how many personal data were taken out of what was just saved"""
    return render_advice_page(request, case_id, language, Shown(n_masked=maskat))


@router.post(ADVICE)
def write_advice(
    request: Request, case_id: str, language: ChosenLanguage, today: Today, fields: CheckedFields
) -> Response:
    typed = read_typed(fields, (*NAMES, "once"))
    try:
        with writing_case(request, case_id) as (session, case, asker):
            check_may_write(session, case, asker)
            checked = _check(request, session, case, asker, typed, today)

            def make(advice_id: str) -> None:
                add_advice(session, advice_id, case_id, checked.given, asker.id, asker.now)

            made = make_once(session, f"{asker.id} advice {case_id}", typed["once"], asker.now, make)
    except AdviceRejected as error:
        return _show_again(request, case_id, language, typed, error)
    return _lead_to(case_id, made, checked.n_masked)


@router.get(ONE)
def show_form(request: Request, case_id: str, advice_id: str, language: ChosenLanguage) -> Response:
    return render_advice_page(request, case_id, language, Shown(editing=advice_id))


@router.post(ONE)
def write_anew(
    request: Request, case_id: str, advice_id: str, language: ChosenLanguage, today: Today, fields: CheckedFields
) -> Response:
    """The advice changed; where somebody wrote it meanwhile, that is told and the next time it is written over."""
    typed = read_typed(fields, (*NAMES, "base"))
    try:
        with writing_case(request, case_id) as (session, case, asker):
            row = find_advice(session, case_id, advice_id)
            check_may_change(row, asker)
            written, base = row.at, read_base(typed["base"])
            checked = _check(request, session, case, asker, typed, today, row)
            change_advice(session, case_id, advice_id, checked.given, asker.id, asker.now, base)
    except AdviceRejected as error:
        return _show_again(request, case_id, language, typed, error, editing=advice_id, base=typed["base"])
    except AdviceChanged as error:
        notice, status = "advice_changed_meanwhile", status_of(type(error)).code
        shown = Shown(status, editing=advice_id, base=written.isoformat(), typed=typed, notice=notice)
        return render_advice_page(request, case_id, language, shown)
    return _lead_to(case_id, advice_id, checked.n_masked)


@router.post(f"{ONE}/bort")
def delete(request: Request, case_id: str, advice_id: str, fields: CheckedFields) -> Response:  # noqa: ARG001  checked
    with writing_case(request, case_id) as (session, _, asker):
        check_may_change(find_advice(session, case_id, advice_id), asker)
        take_away_advice(session, case_id, advice_id, asker.id, asker.now)
    return RedirectResponse(case_address(case_id, "rad"), 303)


def _check(
    request: Request,
    session: Session,
    case: Case,
    asker: CaseAsker,
    typed: Mapping[str, str],
    today: date,
    row: Advice | None = None,
) -> CheckedAdvice:
    """What was typed, as it is kept. row : the advice that is changed"""
    given = as_given_by(read_given(typed), asker)
    return check_advice(given, place_advice(request, session, case, today, row))


def _show_again(
    request: Request,
    case_id: str,
    language: Language,
    typed: Mapping[str, str],
    error: AdviceRejected,
    editing: str = "",
    base: str = "",
) -> Response:
    t = load_strings(language)
    faults = {field: t[key] for field, key in error.faults.items()}
    shown = Shown(status_of(type(error)).code, editing, base, typed, faults=faults)
    return render_advice_page(request, case_id, language, shown)


def _lead_to(case_id: str, advice_id: str, n_masked: int) -> Response:
    told = f"?maskat={n_masked}" if n_masked > 0 else ""
    return RedirectResponse(f"{case_address(case_id, 'rad')}{told}#{advice_id}", 303)
