"""The draft åtgärdsplan: a page to read, and the same as a file to take home."""

from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from starlette.datastructures import FormData

from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.given.read_description import CurrentFileReader
from api.languages import Language, load_strings
from api.pages.frame.fault import Fault, name_fault, spell_faults
from api.pages.frame.form_fields import Fields, list_typed, read_typed
from api.pages.frame.private import keep_nowhere, render_private
from api.pages.match.adjusted_match import AdjustedMatch, match_adjusted
from api.pages.match.asked import read_asked
from api.pages.match.match import render_form
from kb.errors import FollowUpRejected, KbError
from kb.matching.matcher import Matcher
from kb.plans.choose import choose_suggestions
from kb.plans.draft import LONGEST, draft_plan
from kb.plans.formats import FORMATS, PlanFormat, find_format
from kb.plans.outline import outline_plan
from kb.plans.plan import Plan

OWN_NAMES = ("follow_up", "form", "text")
"""Fields that the page of the plan has itself; all others are carried as they came."""

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


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
        return render_form(request, language, asked, today=today, searcher=searcher)
    try:
        made = match_adjusted(asked.text, fields, Matcher(searcher, asked.help_request, today))
    except KbError as error:
        faulty = asked.with_fault("text", name_fault(error))
        return render_form(request, language, faulty, today=today, searcher=searcher)
    typed = read_typed(fields, ("follow_up", "form"))
    plan, faults = _draft(made, typed["follow_up"])
    wanted = find_format(typed["form"])
    if wanted and not faults:
        return _download(plan, wanted)
    values = _list_values(plan, made, fields, language)
    status = next((fault.status for fault in faults.values()), 200)
    return render_private(
        request, "plan.html", language, status, faults=spell_faults(faults, load_strings(language)), **values
    )


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


def _download(plan: Plan, wanted: PlanFormat) -> Response:
    name = f"atgardsplan-{plan.drafted}{wanted.suffix}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return keep_nowhere(Response(wanted.write(plan), media_type=wanted.media_type, headers=headers))


def _list_values(plan: Plan, made: AdjustedMatch, fields: FormData, language: Language) -> dict[str, Any]:
    today = made.match.today
    carried = [(name, value) for name, value in list_typed(fields) if name not in OWN_NAMES]
    return {
        "outline": outline_plan(plan, language),
        "follow_up": plan.follow_up,
        "carried": [("text", made.match.reading.text), *carried],
        "forms": list(FORMATS),
        "latest": today + LONGEST,
        "today": today,
        "nothing_left": made.nothing_left,
    }
