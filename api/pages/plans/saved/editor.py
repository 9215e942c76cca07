"""The editor of a plan: a form of all its fields, saved whole without script and field by field with it."""

import re
import secrets
from dataclasses import replace
from datetime import datetime
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from api.access.current_account import current_account, now_of
from api.deps import ChosenLanguage
from api.exchange.names import read_names
from api.exchange.reachable import list_for_plan
from api.formats import write_amount
from api.languages import Language, load_strings
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.pages.frame.private import keep_nowhere
from api.pages.plans.saved.addresses import PLAN, plan_address
from api.pages.plans.saved.edited import read_base, read_edits, read_texts
from api.pages.plans.saved.plan_page import name_all, render_plan_page
from api.saved_plans.opened import Opened, open_for, reading_plan, writing_plan
from api.store.plans.comments import list_comments
from api.store.plans.needs import list_areas
from api.store.plans.open import open_plan
from api.store.plans.save import Saved, save_fields
from kb.plans.working.budget import sum_budget
from kb.plans.working.edit import EditFault, TidyEdits
from kb.plans.working.fields import PRIORITIES, STATUSES
from kb.plans.working.read_action_plan import read_action_plan
from kb.plans.working.take_over import take_over
from kb.plans.working.working_plan import WorkingPlan

_PLACE = re.compile(r"[\w/-]{1,200}", re.ASCII)
"""A path that may stand in an address: one that was typed may be anything."""

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(PLAN)
def show_plan(request: Request, plan_id: str, language: ChosenLanguage) -> Response:
    return render_editor(request, open_for(request, plan_id), language)


@router.post(PLAN)
def save_plan(request: Request, plan_id: str, language: ChosenLanguage, fields: CheckedFields) -> Response:
    """The fields of the form; with the button of a measure or an indicator also what guidance says of it."""
    edits = read_edits(fields, open_for(request, plan_id, "write").saved.plan.draft)
    taken = read_typed(fields, ("take",))["take"]
    with writing_plan(request, plan_id) as (session, asker):
        saved = save_fields(session, plan_id, read_base(fields), edits.edits, asker.id, asker.now)
        if taken:
            told = take_over(open_plan(session, plan_id).plan, taken)
            saved = replace(
                saved, version=save_fields(session, plan_id, saved.version, told, asker.id, asker.now).version
            )
        plan = open_plan(session, plan_id).plan
    if "application/json" in request.headers.get("accept", ""):
        return keep_nowhere(JSONResponse(_tell(saved, edits, plan, language), 409 if saved.conflicts else 200))
    if not saved.conflicts and not edits.faults:
        place = f"#{taken.replace('/', '-')}" if _PLACE.fullmatch(taken) else ""
        return RedirectResponse(f"{plan_address(plan_id)}?sparad={saved.version}{place}", 303)
    return _show_again(request, plan_id, language, fields, (saved, edits))


def render_editor(
    request: Request, opened: Opened, language: Language, status: int = 200, **values: object
) -> Response:
    """The editor, or for who may not write the plan the plan to read."""
    row, account = opened.saved.row, current_account(request)
    with reading_plan(request, row.id) as (session, _):
        comments = list_comments(session, row.id)
        others = list_for_plan(session, account, row.municipality_code, list_areas(opened.saved.plan))
    work = read_action_plan(opened.saved.plan)
    own: dict[str, Any] = {
        "typed": opened.saved.plan.written,
        "conflicts": {},
        "saved_now": request.query_params.get("sparad", ""),
        "budget": sum_budget(work.chosen),
        "comments": comments,
        "others": others,
        "names": read_names(request) if others else None,
        "authors": name_all(request, (*(comment.by for comment in comments), opened.saved.row.changed_by)),
        "fresh": _new_name(now_of(request)),
        "priorities": PRIORITIES,
        "statuses": STATUSES,
    }
    return render_plan_page(request, "", opened, language, status, **{**own, **values})


def _show_again(
    request: Request, plan_id: str, language: Language, fields: FormData, done: tuple[Saved, TidyEdits]
) -> Response:
    """The form with all that was typed, and beside a field what is wrong with it or what somebody else wrote."""
    saved, edits = done
    opened = open_for(request, plan_id)
    conflicts = {conflict.path: conflict for conflict in saved.conflicts}
    kept = {path: text for path, text in read_texts(fields).items() if path in conflicts or path not in edits.edits}
    return render_editor(
        request,
        opened,
        language,
        409 if conflicts else 422,
        typed={**opened.saved.plan.written, **kept},
        conflicts=conflicts,
        faults=_spell(edits.faults, load_strings(language)),
    )


def _tell(saved: Saved, edits: TidyEdits, plan: WorkingPlan, language: Language) -> dict[str, Any]:
    """What the script that saves is told."""
    t, budget = load_strings(language), sum_budget(read_action_plan(plan).chosen)
    return {
        "version": saved.version,
        "others": {path: text for path, text in saved.others.items() if path not in edits.edits},
        "conflicts": [{"path": told.path, "theirs": told.theirs, "mine": told.mine} for told in saved.conflicts],
        "faults": _spell(edits.faults, t),
        "budget": write_amount(budget.total, t),
    }


def _spell(faults: tuple[EditFault, ...], t: dict[str, str]) -> dict[str, str]:
    return {fault.path: t[f"edit_{fault.key}"] for fault in faults if fault.path}


def _new_name(now: datetime) -> str:
    """The name that something of the municipality's own gets when it is first written: later ones sort behind."""
    return f"own-{int(now.timestamp()):08x}{secrets.token_hex(3)}"
