"""The draft åtgärdsplan: a page to read, and the same as a file to take home."""

from dataclasses import replace
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from api.access.current_account import current_account
from api.access.token import new_token
from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.given.read_description import CurrentFileReader
from api.languages import Language, load_strings
from api.pages.frame.fault import Fault, name_fault, spell_faults
from api.pages.frame.form_fields import Fields, list_typed, read_typed
from api.pages.frame.private import render_form_page, render_private
from api.pages.match.adjusted_match import AdjustedMatch, match_adjusted
from api.pages.match.asked import Asked, read_asked
from api.pages.match.match import render_form
from api.pages.plans.chosen_file import answer_chosen
from api.schemas.matching.problem_title import name_in
from kb.errors import FollowUpRejected, KbError
from kb.matching.matcher import Matcher
from kb.plans.choose import choose_suggestions
from kb.plans.document.written_plan import present_draft
from kb.plans.draft import LONGEST, draft_plan
from kb.plans.formats import FORMATS, find_form
from kb.plans.outline import outline_plan
from kb.plans.plan import Plan
from kb.search.searcher import Searcher

OWN_NAMES = ("follow_up", "form", "file_language", "text", "csrf", "once")
"""Fields that the page of the plan has itself; all others are carried as they came."""

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/plan", response_class=RedirectResponse)
def ask_for_description() -> Response:
    """A plan has no address: it is made of a description, and kept nowhere."""
    return RedirectResponse("/matcha?from=plan", 303)


@router.post("/plan")
def show_plan(
    request: Request,
    searcher: CurrentSearcher,
    language: ChosenLanguage,
    today: Today,
    reader: CurrentFileReader,
    fields: Fields,
) -> Response:
    asked = read_asked(fields, today, searcher.snapshot.registers, reader)
    if asked.faults:
        return render_form(request, language, asked, fields, today=today, searcher=searcher)
    try:
        plan, made, faults = draft_asked(asked, fields, searcher, today)
    except KbError as error:
        faulty = asked.with_fault("text", name_fault(error))
        return render_form(request, language, faulty, fields, today=today, searcher=searcher)
    wanted = find_form(read_typed(fields, ("form",))["form"])
    if wanted and not faults:
        try:
            return answer_chosen(present_draft(plan), wanted, fields, reader)
        except KbError as error:
            faults["template"] = name_fault(error)
    values = _list_values(plan, made, fields, language)
    status = next((fault.status for fault in faults.values()), 200)
    spelled = spell_faults(faults, load_strings(language))
    account = current_account(request)
    if account is None or account.role != "coordinator":
        return render_private(request, "plan.html", language, status, faults=spelled, **values)
    return render_form_page(request, "plan.html", language, status, faults=spelled, once=new_token(), **values)


def draft_asked(
    asked: Asked, fields: FormData, searcher: Searcher, today: date
) -> tuple[Plan, AdjustedMatch, dict[str, Fault]]:
    """The plan of what a form without faults asks, the match that it is of, and what is wrong with its own fields.

    Raises
    ------
    KbError : the text cannot be matched
    """
    made = match_adjusted(asked.text, fields, Matcher(searcher, asked.help_request, today))
    plan, faults = _draft(made.sure, read_typed(fields, ("follow_up",))["follow_up"])
    return plan, made, faults


def _draft(made: AdjustedMatch, follow_up: str) -> tuple[Plan, dict[str, Fault]]:
    """The plan, with the usual day of follow-up where the one that was typed cannot be."""
    faults: dict[str, Fault] = {}
    plan = draft_plan(made.match)
    try:
        if follow_up.strip():
            plan = draft_plan(made.match, date.fromisoformat(follow_up.strip()))
    except ValueError:
        faults["follow_up"] = Fault("fault_day")
    except FollowUpRejected as error:
        faults["follow_up"] = name_fault(error)
    return choose_suggestions(plan, made.has), faults


def _list_values(plan: Plan, made: AdjustedMatch, fields: FormData, language: Language) -> dict[str, Any]:
    today = made.match.today
    carried = [(name, value) for name, value in list_typed(fields) if name not in OWN_NAMES]
    return {
        "outline": outline_plan(_name_problems(plan, made, language), language),
        "follow_up": plan.follow_up,
        "carried": [("text", made.match.reading.text), *carried],
        "forms": list(FORMATS),
        "latest": today + LONGEST,
        "today": today,
        "n_uncertain": len(made.match.problems) - len(plan.problems),
    }


def _name_problems(plan: Plan, made: AdjustedMatch, language: Language) -> Plan:
    """The plan as the page shows it; a file is in Swedish and keeps its names."""
    named = zip(plan.problems, made.match.problems, strict=False)
    return replace(plan, problems=tuple(replace(p, title=name_in(match.problem, language)) for p, match in named))
