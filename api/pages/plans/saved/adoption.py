"""A plan adopted: what lacks, the decision, and the plan taken up again."""

from contextlib import suppress
from datetime import date

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.deps import ChosenLanguage, Today
from api.languages import Language, load_strings
from api.pages.frame.fault import Fault, name_fault, spell_faults
from api.pages.frame.form_fields import CheckedFields, checked_fields, read_typed
from api.pages.plans.saved.addresses import PLAN, plan_address
from api.pages.plans.saved.edited import read_base
from api.pages.plans.saved.plan_page import render_plan_page
from api.saved_plans.opened import open_for, writing_plan
from api.store.audit import record
from api.store.plans.adopt import adopt_plan, revise_plan
from api.store.plans.errors import AdoptionRejected, PlanChanged
from kb.plans.working.budget import sum_budget
from kb.plans.working.check_adoption import list_lacks
from kb.plans.working.read_action_plan import read_action_plan

ADOPTION = f"{PLAN}/anta"
NAMES = ("day", "body", "paragraph")

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(ADOPTION)
def show_adoption(request: Request, plan_id: str, language: ChosenLanguage, today: Today) -> Response:
    return _render(request, plan_id, language, today)


@router.post(ADOPTION)
def adopt(request: Request, plan_id: str, language: ChosenLanguage, today: Today, fields: CheckedFields) -> Response:
    """What lacks is told on the page: it is the municipality that decides."""
    typed = read_typed(fields, NAMES)
    day = _read_day(typed["day"])
    if day is None:
        return _render(request, plan_id, language, today, typed=typed, fault=("day", Fault("fault_day")))
    try:
        with writing_plan(request, plan_id, "own") as (session, asker):
            decision = (day, typed["body"], typed["paragraph"])
            adopt_plan(session, plan_id, read_base(fields), decision, asker.id, asker.now)
            record(session, asker.now, asker.id, "plan.adopted", plan_id)
    except (AdoptionRejected, PlanChanged) as error:
        return _render(request, plan_id, language, today, typed=typed, fault=("body", name_fault(error)))
    return RedirectResponse(plan_address(plan_id, "uppfoljning"), 303)


@router.post(f"{PLAN}/revidera", dependencies=[Depends(checked_fields)])
def revise(request: Request, plan_id: str) -> Response:
    with writing_plan(request, plan_id, "own") as (session, asker):
        revise_plan(session, plan_id)
        record(session, asker.now, asker.id, "plan.revised", plan_id)
    return RedirectResponse(plan_address(plan_id), 303)


def _render(
    request: Request,
    plan_id: str,
    language: Language,
    today: date,
    typed: dict[str, str] | None = None,
    fault: tuple[str, Fault] | None = None,
) -> Response:
    opened = open_for(request, plan_id, "own")
    work = read_action_plan(opened.saved.plan)
    return render_plan_page(
        request,
        "anta",
        opened,
        language,
        fault[1].status if fault else 200,
        lacks=list_lacks(work, today),
        budget=sum_budget(work.chosen),
        typed=typed or {"day": str(today), "body": "", "paragraph": ""},
        today=today,
        faults=spell_faults(dict([fault]) if fault else {}, load_strings(language)),
    )


def _read_day(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text.strip())
    return None
