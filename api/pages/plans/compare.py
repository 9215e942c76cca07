"""A saved plan beside today's index: what has changed since it was drafted."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from starlette.datastructures import FormData

from api.deps import ChosenLanguage, CurrentSearcher, Today
from api.languages import load_strings
from api.pages.frame.fault import name_fault, spell_faults
from api.pages.frame.form_fields import Fields, find_file
from api.pages.frame.private import render_private
from kb.errors import KbError, PlanDamaged
from kb.plans.plan import Plan
from kb.plans.rematch import Change, rematch
from kb.plans.working.saved_work import read_working_plan

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
PATH = "/plan/jamfor"


@router.get(PATH)
def show_form(request: Request, language: ChosenLanguage) -> Response:
    return render_private(request, "compare.html", language, faults={}, plan=None)


@router.post(PATH)
def show_changes(
    request: Request, searcher: CurrentSearcher, language: ChosenLanguage, today: Today, fields: Fields
) -> Response:
    try:
        plan = _read(fields)
        changes = rematch(plan, searcher, today)
    except KbError as error:
        fault = name_fault(error)
        faults = spell_faults({"file": fault}, load_strings(language))
        return render_private(request, "compare.html", language, fault.status, faults=faults, plan=None)
    titles = {slug: document.title for slug, document in searcher.snapshot.guidance.items()}
    values: dict[str, Any] = {"plan": plan, "groups": group_changes(changes), "titles": titles}
    return render_private(request, "compare.html", language, faults={}, **values)


def _read(fields: FormData) -> Plan:
    upload = find_file(fields)
    if upload is None:
        raise PlanDamaged("no file was chosen; choose the JSON file of a saved plan")
    return read_working_plan(upload.file.read()).draft


def group_changes(changes: Sequence[Change]) -> list[tuple[str, list[Change]]]:
    """The changes of each problem, in the order of the plan, under its title."""
    return [(title, list(group)) for title, group in groupby(changes, key=lambda change: change.problem)]
