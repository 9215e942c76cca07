"""An account of what came of a measure, written by the coordinator, sent to the editors and taken back."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.cases.guard import list_found
from api.deps import ChosenLanguage
from api.exchange.names import read_names
from api.exchange.write import submit_guarded, write_guarded
from api.languages import Language, load_strings
from api.pages.frame.fault import name_fault, spell_faults
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.pages.plans.exchange.exchange_page import PRACTICE
from api.pages.plans.saved.addresses import plan_address
from api.pages.plans.saved.plan_page import render_plan_page
from api.saved_plans.opened import open_for, reading_plan, writing_plan
from api.store.cases.errors import PersonalDataFound
from api.store.exchange.errors import PracticeChanged, PracticeRejected
from api.store.exchange.practice import OPEN, find_of_plan, withdraw_practice
from api.store.exchange.texts import MAX_TEXT_CHARS, MAX_TITLE_CHARS, TEXTS, load_texts

ONE = f"{PRACTICE}/{{practice_id}}"
_DONE = ("saved", "submitted", "withdrawn")

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(ONE)
def show_practice(request: Request, plan_id: str, practice_id: str, language: ChosenLanguage) -> Response:
    return _render(request, plan_id, practice_id, language)


@router.post(ONE)
def write(
    request: Request, plan_id: str, practice_id: str, language: ChosenLanguage, fields: CheckedFields
) -> Response:
    """Written, and with the button that sends it also sent."""
    typed = read_typed(fields, (*TEXTS, "step", "mask", "version"))
    is_sent = typed["step"] == "submit"
    texts = {name: typed[name] for name in TEXTS}
    base = int(typed["version"]) if typed["version"].isdecimal() and len(typed["version"]) < 9 else None
    try:
        with writing_plan(request, plan_id, "own") as (session, asker):
            row = find_of_plan(session, plan_id, practice_id, to_write=True)
            may_mask = typed["mask"] == "1"
            write_guarded(session, row, texts, asker.id, asker.now, base=base, may_mask=may_mask)
            if is_sent:
                submit_guarded(session, row, asker.id, asker.now)
    except (PersonalDataFound, PracticeRejected, PracticeChanged) as error:
        fault = name_fault(error)
        faults = spell_faults({"texts": fault}, load_strings(language))
        found = list_found(texts) if isinstance(error, PersonalDataFound) else []
        return _render(request, plan_id, practice_id, language, fault.status, faults=faults, typed=texts, found=found)
    return _lead_back(plan_id, practice_id, "submitted" if is_sent else "saved")


@router.post(f"{ONE}/aterta")
def withdraw(request: Request, plan_id: str, practice_id: str, fields: CheckedFields) -> Response:  # noqa: ARG001
    with writing_plan(request, plan_id, "own") as (session, asker):
        row = find_of_plan(session, plan_id, practice_id, to_write=True)
        withdraw_practice(session, row, asker.id, asker.now)
    return _lead_back(plan_id, practice_id, "withdrawn")


def _lead_back(plan_id: str, practice_id: str, done: str) -> Response:
    return RedirectResponse(f"{plan_address(plan_id, f'erfarenheter/{practice_id}')}?klar={done}#klar", 303)


def _render(
    request: Request, plan_id: str, practice_id: str, language: Language, status: int = 200, **values: object
) -> Response:
    opened = open_for(request, plan_id, "own")
    with reading_plan(request, plan_id) as (session, _):
        practice = find_of_plan(session, plan_id, practice_id)
        texts = load_texts(practice.texts)
    told = {
        "practice": practice,
        "typed": {name: getattr(texts, name) for name in TEXTS},
        "is_open": practice.state in OPEN,
        "names": read_names(request),
        "fields": TEXTS,
        "most": {name: MAX_TITLE_CHARS if name == "title" else MAX_TEXT_CHARS for name in TEXTS},
        "found": [],
        "done": next((one for one in _DONE if one == request.query_params.get("klar")), None),
    }
    return render_plan_page(request, "erfarenhet", opened, language, status, **{**told, **values})
