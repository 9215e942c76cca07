"""A match saved as a plan, and a plan opened from the file that it was taken home in."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from api.access.current_account import database_of, now_of
from api.access.errors import RoleRefused
from api.access.require import require
from api.access.signed_in import SignedIn
from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.given.read_description import CurrentFileReader
from api.pages.frame.fault import name_fault
from api.pages.frame.form_fields import CheckedFields, find_file, read_typed
from api.pages.match.asked import read_asked
from api.pages.match.match import render_form
from api.pages.plans.plan import draft_asked
from api.pages.plans.saved.addresses import LIST, plan_address
from api.pages.plans.saved.list_page import render_list
from api.store.audit import record
from api.store.once import make_once
from api.store.plans.save import add_plan
from kb.errors import KbError, PlanDamaged
from kb.plans.working.saved_work import read_working_plan
from kb.plans.working.working_plan import WorkingPlan, begin_plan

Coordinator = Annotated[SignedIn, Depends(require("coordinator"))]

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.post(LIST)
def save_match(
    request: Request,
    account: Coordinator,
    fields: CheckedFields,
    searcher: CurrentSearcher,
    language: ChosenLanguage,
    today: Today,
    reader: CurrentFileReader,
) -> Response:
    """The plan of the page that the form is on, saved with what is ticked there."""
    asked = read_asked(fields, today, searcher.snapshot.registers, reader)
    if asked.faults:
        return render_form(request, language, asked, fields, today=today, searcher=searcher)
    try:
        draft, _, _ = draft_asked(asked, fields, searcher, today)
    except KbError as error:
        faulty = asked.with_fault("text", name_fault(error))
        return render_form(request, language, faulty, fields, today=today, searcher=searcher)
    return _save(request, account, fields, begin_plan(draft))


@router.post(f"{LIST}/oppna")
def open_file(request: Request, language: ChosenLanguage, account: Coordinator, fields: CheckedFields) -> Response:
    """A plan of the file, a new one: what is saved already is never written over."""
    upload = find_file(fields)
    try:
        if upload is None:
            raise PlanDamaged("no file was chosen; choose the JSON file of a plan")
        plan = read_working_plan(upload.file.read())
    except PlanDamaged as error:
        return render_list(request, language, account, {"file": name_fault(error)})
    return _save(request, account, fields, plan)


def _save(request: Request, account: SignedIn, fields: FormData, plan: WorkingPlan) -> Response:
    if account.scope.kind != "municipality":
        raise RoleRefused("a plan is saved for a municipality; ask for an account of one")
    now, town = now_of(request), account.scope.code
    with database_of(request).session() as session:

        def make(plan_id: str) -> None:
            add_plan(session, plan_id, plan, town, account.id, now)
            record(session, now, account.id, "plan.saved", plan_id)

        plan_id = make_once(session, f"{account.id} plan", read_typed(fields, ("once",))["once"], now, make)
    return RedirectResponse(plan_address(plan_id), 303)
