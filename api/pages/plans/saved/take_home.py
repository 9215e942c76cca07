"""A plan taken home as JSON, its days as a calendar, what the knowledge has learnt since, and its end."""

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access.current_account import database_of, now_of
from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.languages import load_strings
from api.pages.frame.form_fields import checked_fields
from api.pages.frame.private import keep_nowhere
from api.pages.plans.compare import group_changes
from api.pages.plans.saved.addresses import CALENDAR, LIST, PLAN, plan_address
from api.pages.plans.saved.plan_page import render_plan_page
from api.public_url import public_url
from api.saved_plans.opened import open_for, writing_plan
from api.store.audit import record
from api.store.plans.erase import erase_plan
from api.store.plans.errors import LinkDead
from api.store.plans.links import find_link
from api.store.plans.open import open_plan
from kb.plans.rematch import rematch
from kb.plans.working.icalendar import CalendarDay, write_icalendar
from kb.plans.working.read_action_plan import read_action_plan
from kb.plans.working.reminders import Reminder, list_reminders
from kb.plans.working.saved_work import write_working_plan

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(f"{PLAN}/plan.json")
def take_home(request: Request, plan_id: str) -> Response:
    saved = open_for(request, plan_id).saved
    headers = {"Content-Disposition": f'attachment; filename="atgardsplan-version-{saved.version}.json"'}
    return keep_nowhere(Response(write_working_plan(saved.plan), media_type="application/json", headers=headers))


def _check_may_read(request: Request, plan_id: str) -> None:
    """Raises before an index is looked for, so that whoever may not read a plan is told nothing else."""
    open_for(request, plan_id)


@router.get(f"{PLAN}/jamfor", dependencies=[Depends(_check_may_read)])
def show_changes(
    request: Request, plan_id: str, searcher: CurrentSearcher, language: ChosenLanguage, today: Today
) -> Response:
    opened = open_for(request, plan_id)
    titles = {slug: document.title for slug, document in searcher.snapshot.guidance.items()}
    groups = group_changes(rematch(opened.saved.plan.draft, searcher, today))
    return render_plan_page(
        request, "jamfor", opened, language, plan=opened.saved.plan.draft, groups=groups, titles=titles
    )


@router.get(f"{PLAN}/radera")
def confirm_erase(request: Request, plan_id: str, language: ChosenLanguage) -> Response:
    return render_plan_page(request, "radera", open_for(request, plan_id, "own"), language)


@router.post(f"{PLAN}/radera", dependencies=[Depends(checked_fields)])
def erase(request: Request, plan_id: str) -> Response:
    with writing_plan(request, plan_id, "own") as (session, asker):
        erase_plan(session, plan_id, asker.id, asker.now)
        record(session, asker.now, asker.id, "plan.erased", plan_id)
    return RedirectResponse(f"{LIST}#raderade", 303)


@router.get(CALENDAR)
def show_calendar(request: Request, token: str, language: ChosenLanguage, today: Today) -> Response:
    with database_of(request).reading() as session:
        link = find_link(session, token, now_of(request))
        if link.used_for != "calendar":
            raise LinkDead("the link is to a plan, not of a calendar; open it in a browser")
        saved = open_plan(session, link.plan_id)
    url, t = public_url(request, plan_address(link.plan_id)), load_strings(language)
    days = [_as_day(reminder, link.plan_id, url, t) for reminder in list_reminders(read_action_plan(saved.plan))]
    written = write_icalendar(saved.row.title, days, today)
    return keep_nowhere(Response(written, media_type="text/calendar; charset=utf-8"))


def _as_day(reminder: Reminder, plan_id: str, url: str, t: dict[str, str]) -> CalendarDay:
    about = f": {reminder.about}" if reminder.about else ""
    who = f" ({reminder.responsible})" if reminder.responsible else ""
    uid = f"{plan_id}-{reminder.path.replace('/', '-')}@till-handling"
    return CalendarDay(uid=uid, day=reminder.day, title=f"{t[f'reminder_{reminder.key}']}{about}{who}", url=url)
