"""A plan followed up: what each goal and indicator is over time, and how far measures have come."""

from collections.abc import Mapping
from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.deps import ChosenLanguage, Today
from api.languages import Language, load_strings
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.pages.plans.saved.addresses import PLAN, plan_address
from api.pages.plans.saved.edited import read_base, read_texts
from api.pages.plans.saved.plan_page import render_plan_page
from api.saved_plans.opened import open_for, writing_plan
from api.store.plans.save import save_fields
from kb.plans.working.draft_account import list_followed_up
from kb.plans.working.edit import EditFault, tidy_edits
from kb.plans.working.fields import STATUSES
from kb.plans.working.follow_up import draft_follow_up
from kb.plans.working.read_action_plan import read_action_plan

FOLLOW_UP = f"{PLAN}/uppfoljning"
_ON_DAY = ("/value", "/remark")
"""Ends of the fields of the form that are written on the day of the form."""

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(FOLLOW_UP)
def show_follow_up(request: Request, plan_id: str, language: ChosenLanguage, today: Today) -> Response:
    return _render(request, plan_id, language, today, str(today))


@router.post(FOLLOW_UP)
def save_follow_up(
    request: Request, plan_id: str, language: ChosenLanguage, today: Today, fields: CheckedFields
) -> Response:
    day = read_typed(fields, ("day",))["day"].strip()
    texts = _date_paths(read_texts(fields), day)
    tidied = tidy_edits(open_for(request, plan_id, "write").saved.plan.draft, texts)
    if tidied.faults:
        faults = _spell(tidied.faults, day, language)
        return _render(request, plan_id, language, today, day, 422, faults=faults, typed=dict(read_texts(fields)))
    with writing_plan(request, plan_id) as (session, asker):
        saved = save_fields(session, plan_id, read_base(fields), tidied.edits, asker.id, asker.now)
    if saved.conflicts:
        conflicts = {_undate(told.path, day): told for told in saved.conflicts}
        return _render(request, plan_id, language, today, day, 409, conflicts=conflicts, typed=dict(read_texts(fields)))
    return RedirectResponse(f"{plan_address(plan_id, 'uppfoljning')}?sparad={saved.version}", 303)


def _date_paths(texts: Mapping[str, str], day: str) -> dict[str, str]:
    """The texts, each value and remark that is told under its day."""
    told = {path: text for path, text in texts.items() if text.strip() or not path.endswith(_ON_DAY)}
    return {f"{path}-{day}" if path.endswith(_ON_DAY) else path: text for path, text in told.items()}


def _undate(path: str, day: str) -> str:
    return path.removesuffix(f"-{day}")


def _spell(faults: tuple[EditFault, ...], day: str, language: Language) -> dict[str, str]:
    """Field of the form -> what is wrong with it; a path that the plan has not comes of its day."""
    t = load_strings(language)
    return {_undate(f.path, day) or "day": t["fault_day" if not f.path else f"edit_{f.key}"] for f in faults}


def _render(
    request: Request, plan_id: str, language: Language, today: date, day: str, status: int = 200, **values: object
) -> Response:
    opened = open_for(request, plan_id)
    work = read_action_plan(opened.saved.plan)
    own = {
        "told": draft_follow_up(work, today),
        "to_tell": [measure.path for _, measure in list_followed_up(work)],
        "day": day,
        "statuses": STATUSES,
        "typed": opened.saved.plan.written,  # what is shown is sent, and an empty field empties what is written
        "conflicts": {},
        "saved_now": request.query_params.get("sparad", ""),
    }
    return render_plan_page(request, "uppfoljning", opened, language, status, **{**own, **values})
