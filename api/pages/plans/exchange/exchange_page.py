"""What a plan tells other municipalities: whether they may ask, whom of them to ask, and accounts of its measures."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.deps import ChosenLanguage
from api.exchange.contact import MAX_CONTACT_CHARS, read_contact
from api.exchange.names import read_names
from api.exchange.write import begin_from_plan
from api.languages import Language, load_strings
from api.pages.frame.fault import name_fault, spell_faults
from api.pages.frame.form_fields import CheckedFields, list_typed, read_typed
from api.pages.plans.saved.addresses import PLAN, plan_address
from api.pages.plans.saved.plan_page import render_plan_page
from api.saved_plans.opened import open_for, reading_plan, writing_plan
from api.store.exchange.agreements import (
    give_agreement,
    list_of_plan,
    list_others,
    list_plan_areas,
    withdraw_agreement,
)
from api.store.exchange.errors import AgreementRejected
from api.store.exchange.practice import list_of_plan as list_practice
from api.store.exchange.texts import load_texts
from api.store.plans.open import open_plan
from kb.plans.working.draft_account import list_followed_up
from kb.plans.working.read_action_plan import read_action_plan

EXCHANGE = f"{PLAN}/utbyte"
PRACTICE = f"{PLAN}/erfarenheter"

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(EXCHANGE)
def show_exchange(request: Request, plan_id: str, language: ChosenLanguage) -> Response:
    return _render(request, plan_id, language)


@router.post(EXCHANGE)
def agree(request: Request, plan_id: str, language: ChosenLanguage, fields: CheckedFields) -> Response:
    contact = read_typed(fields, ("contact",))["contact"]
    areas = [value for name, value in list_typed(fields) if name == "area"]
    try:
        with writing_plan(request, plan_id, "own") as (session, asker):
            give_agreement(session, plan_id, areas, read_contact(contact), asker.id, asker.now)
    except AgreementRejected as error:
        faults = spell_faults({"contact": name_fault(error)}, load_strings(language))
        return _render(request, plan_id, language, 422, faults=faults, typed={"contact": contact, "areas": areas})
    return RedirectResponse(f"{plan_address(plan_id, 'utbyte')}?klar=given#klar", 303)


@router.post(f"{EXCHANGE}/aterta")
def take_back(request: Request, plan_id: str, fields: CheckedFields) -> Response:  # noqa: ARG001  its token is read
    with writing_plan(request, plan_id, "own") as (session, asker):
        withdraw_agreement(session, plan_id, asker.id, asker.now)
    return RedirectResponse(f"{plan_address(plan_id, 'utbyte')}?klar=withdrawn#klar", 303)


@router.post(PRACTICE)
def begin(request: Request, plan_id: str, fields: CheckedFields) -> Response:
    """A new account of a measure, drafted from the plan."""
    measure = read_typed(fields, ("measure",))["measure"]
    with writing_plan(request, plan_id, "own") as (session, asker):
        row = begin_from_plan(session, open_plan(session, plan_id), measure, asker.id, asker.now)
    return RedirectResponse(plan_address(plan_id, f"erfarenheter/{row.id}"), 303)


def _render(request: Request, plan_id: str, language: Language, status: int = 200, **values: object) -> Response:
    opened = open_for(request, plan_id, "own")
    with reading_plan(request, plan_id) as (session, _):
        agreed = list_of_plan(session, plan_id)
        areas = list_plan_areas(session, plan_id)
        others = list_others(session, opened.saved.row.municipality_code, areas)
        practice = [(row, load_texts(row.texts).title) for row in list_practice(session, plan_id)]
    told = {
        "agreed": agreed,
        "plan_areas": areas,
        "others": others,
        "practice": practice,
        "followed": [measure for _, measure in list_followed_up(read_action_plan(opened.saved.plan))],
        "names": read_names(request),
        "typed": {
            "contact": agreed[0].contact if agreed else "",
            "areas": [one.area for one in agreed] if agreed else areas,
        },
        "max_contact": MAX_CONTACT_CHARS,
        "done": next((one for one in ("given", "withdrawn") if one == request.query_params.get("klar")), None),
    }
    return render_plan_page(request, "utbyte", opened, language, status, **{**told, **values})
