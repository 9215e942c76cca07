"""A plan shared: by a link with an end that can be taken back, with advisors, and as a calendar of its days."""

from datetime import timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access.current_account import database_of, now_of
from api.access.token import new_token
from api.deps import ChosenLanguage
from api.languages import Language, load_strings
from api.pages.frame.fault import name_fault, spell_faults
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.pages.frame.private import keep_nowhere
from api.pages.plans.saved.addresses import CALENDAR, PLAN, SHARED, plan_address
from api.pages.plans.saved.plan_page import render_plan_page
from api.public_url import public_url
from api.saved_plans.link_cookie import keep_token
from api.saved_plans.opened import open_for, reading_plan, writing_plan
from api.store.audit import record
from api.store.plans.errors import LinkDead, ShareRejected
from api.store.plans.links import find_link, list_links, make_link, revoke_link
from api.store.plans.needs import tell_needs
from api.store.plans.open import find_row
from api.store.plans.tables import ADVISOR_RIGHTS, LINKS_FOR, LinkFor

SHARING = f"{PLAN}/dela"
USUAL_DAYS = 30

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(SHARING)
def show_sharing(request: Request, plan_id: str, language: ChosenLanguage) -> Response:
    return _render(request, plan_id, language)


@router.post(SHARING)
def share(request: Request, plan_id: str, language: ChosenLanguage, fields: CheckedFields) -> Response:
    """The page with the new link, which is told this once."""
    typed = read_typed(fields, ("used_for", "name", "days", "once"))
    used_for = _read_use(typed["used_for"])
    days = int(typed["days"]) if typed["days"].isdecimal() and len(typed["days"]) < 6 else 0
    try:
        with writing_plan(request, plan_id, "own") as (session, asker):
            lasts = timedelta(days=days or (1 if used_for == "calendar" else 0))
            made = make_link(session, plan_id, used_for, typed["name"], lasts, asker.id, asker.now, typed["once"])
            record(session, asker.now, asker.id, f"plan.shared.{used_for}", plan_id)
    except ShareRejected as error:
        faults = spell_faults({"days": name_fault(error)}, load_strings(language))
        return _render(request, plan_id, language, 422, faults=faults, typed=typed)
    path = (CALENDAR if used_for == "calendar" else SHARED).format(token=made.token)
    return _render(request, plan_id, language, new_link=public_url(request, path), new_for=used_for)


@router.post(f"{SHARING}/aterkalla")
def revoke(request: Request, plan_id: str, fields: CheckedFields) -> Response:
    with writing_plan(request, plan_id, "own") as (session, asker):
        revoke_link(session, plan_id, read_typed(fields, ("link",))["link"], asker.now)
        record(session, asker.now, asker.id, "plan.link_revoked", plan_id)
    return RedirectResponse(plan_address(plan_id, "dela"), 303)


@router.post(f"{SHARING}/radgivare")
def share_with_advisors(request: Request, plan_id: str, fields: CheckedFields) -> Response:
    typed = read_typed(fields, ("advisors",))["advisors"]
    with writing_plan(request, plan_id, "own") as (session, asker):
        row = find_row(session, plan_id)
        row.advisors = next((right for right in ADVISOR_RIGHTS if right == typed), "none")
        tell_needs(session, row, asker.now)
        record(session, asker.now, asker.id, "plan.shared.advisors", plan_id)
    return RedirectResponse(plan_address(plan_id, "dela"), 303)


@router.get(SHARED)
def follow_link(request: Request, token: str) -> Response:
    """To the plan, without the token in its address."""
    with database_of(request).reading() as session:
        link = find_link(session, token, now_of(request))
    if link.used_for == "calendar":
        raise LinkDead("the link is of a calendar; open it in a calendar, or ask for a link to the plan")
    answer = keep_nowhere(RedirectResponse(plan_address(link.plan_id), 303))
    keep_token(request, answer, token)
    return answer


def _read_use(typed: str) -> LinkFor:
    return next((use for use in LINKS_FOR if use == typed), "read")


def _render(request: Request, plan_id: str, language: Language, status: int = 200, **values: object) -> Response:
    opened = open_for(request, plan_id, "own")
    with reading_plan(request, plan_id) as (session, asker):
        links = list_links(session, plan_id)
    own = {
        "links": [(link, bool(link.expires and link.expires <= asker.now)) for link in links],
        "typed": {"days": str(USUAL_DAYS), "name": "", "used_for": "read"},
        "new_link": "",
        "once": new_token(),
        "rights": ADVISOR_RIGHTS,
    }
    return render_plan_page(request, "dela", opened, language, status, **{**own, **values})
