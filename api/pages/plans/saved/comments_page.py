"""Comments at the plan, its problems and its measures."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from api.access.token import new_token
from api.deps import ChosenLanguage
from api.languages import Language, load_strings
from api.pages.frame.fault import name_fault, spell_faults
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.pages.plans.saved.addresses import PLAN, plan_address
from api.pages.plans.saved.plan_page import name_all, render_plan_page
from api.saved_plans.comments import take_away
from api.saved_plans.opened import open_for, reading_plan, writing_plan
from api.store.plans.comments import add_comment, check_comment, list_comments, reopen_comment, settle_comment
from api.store.plans.errors import CommentRejected
from api.store.once import make_once
from kb.plans.working.action_plan import ActionPlan
from kb.plans.working.read_action_plan import read_action_plan

COMMENTS = f"{PLAN}/kommentarer"

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(COMMENTS)
def show_comments(request: Request, plan_id: str, language: ChosenLanguage, plats: str = "") -> Response:
    return _render(request, plan_id, language, place=plats)


@router.post(COMMENTS)
def comment(request: Request, plan_id: str, language: ChosenLanguage, fields: CheckedFields) -> Response:
    """Whoever may read the plan may comment it."""
    place, text, once = read_typed(fields, ("place", "text", "once")).values()
    try:
        kept = check_comment(read_action_plan(open_for(request, plan_id).saved.plan), place, text)
    except CommentRejected as error:
        faults = spell_faults({"text": name_fault(error)}, load_strings(language))
        return _render(request, plan_id, language, 422, place=place, text=text, faults=faults)
    with writing_plan(request, plan_id, "read") as (session, asker):

        def make(comment_id: str) -> None:
            add_comment(session, comment_id, plan_id, place, kept, asker.id, asker.now)

        made = make_once(session, f"{asker.id} comment {plan_id}", once, asker.now, make)
    return RedirectResponse(f"{plan_address(plan_id, 'kommentarer')}#{made}", 303)


@router.post(f"{COMMENTS}/klar")
def settle(request: Request, plan_id: str, fields: CheckedFields) -> Response:
    with writing_plan(request, plan_id) as (session, asker):
        settle_comment(session, plan_id, _read_comment(fields), asker.now)
    return RedirectResponse(plan_address(plan_id, "kommentarer"), 303)


@router.post(f"{COMMENTS}/oppna")
def reopen(request: Request, plan_id: str, fields: CheckedFields) -> Response:
    with writing_plan(request, plan_id) as (session, _):
        reopen_comment(session, plan_id, _read_comment(fields))
    return RedirectResponse(plan_address(plan_id, "kommentarer"), 303)


@router.post(f"{COMMENTS}/bort")
def delete(request: Request, plan_id: str, fields: CheckedFields) -> Response:
    """Who wrote it may, and the coordinators of the municipality."""
    with writing_plan(request, plan_id, "read") as (session, asker):
        take_away(session, asker, plan_id, _read_comment(fields))
    return RedirectResponse(plan_address(plan_id, "kommentarer"), 303)


def _read_comment(fields: FormData) -> str:
    return read_typed(fields, ("comment",))["comment"]


def _render(request: Request, plan_id: str, language: Language, status: int = 200, **values: object) -> Response:
    opened = open_for(request, plan_id)
    with reading_plan(request, plan_id) as (session, _):
        comments = list_comments(session, plan_id)
    own = {
        "comments": comments,
        "authors": name_all(request, (told.by for told in comments)),
        "places": _name_places(read_action_plan(opened.saved.plan)),
        "once": new_token(),
        "text": "",
    }
    return render_plan_page(request, "kommentarer", opened, language, status, **{**own, **values})


def _name_places(work: ActionPlan) -> dict[str, str]:
    """Place -> its title, empty for the whole plan."""
    named = {"": ""}
    for problem in work.problems:
        named[problem.path] = problem.title
        named |= {measure.path: f"{problem.title}: {measure.title}" for measure in problem.measures}
    return named
