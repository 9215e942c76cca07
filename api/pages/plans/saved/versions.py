"""The versions of a plan: who saved what when, each to read and to take up again."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.deps import ChosenLanguage
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.pages.plans.saved.addresses import PLAN, plan_address
from api.pages.plans.saved.editor import render_editor
from api.pages.plans.saved.plan_page import name_all, render_plan_page
from api.saved_plans.opened import open_for, reading_plan, writing_plan
from api.store.audit import record
from api.store.plans.errors import UnknownVersion
from api.store.plans.open import list_versions
from api.store.plans.save import restore_version
from api.store.plans.written_json import load_changes

VERSIONS = f"{PLAN}/versioner"

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(VERSIONS)
def show_versions(request: Request, plan_id: str, language: ChosenLanguage) -> Response:
    opened = open_for(request, plan_id)
    with reading_plan(request, plan_id) as (session, _):
        versions = list_versions(session, plan_id)
    authors = name_all(request, (opened.saved.row.created_by, *(version.by for version in versions)))
    changes = {version.number: load_changes(version.edits) for version in versions}
    return render_plan_page(request, "versioner", opened, language, versions=versions, authors=authors, changes=changes)


@router.get(f"{VERSIONS}/{{number}}")
def show_version(request: Request, plan_id: str, number: int, language: ChosenLanguage) -> Response:
    return render_editor(request, open_for(request, plan_id, version=number), language, as_version=True)


@router.post(VERSIONS)
def restore(request: Request, plan_id: str, fields: CheckedFields) -> Response:
    number = read_typed(fields, ("version",))["version"]
    if not number.isdecimal() or len(number) > 9:
        raise UnknownVersion("no version was chosen; choose one in the list")
    with writing_plan(request, plan_id) as (session, asker):
        restore_version(session, plan_id, int(number), asker.id, asker.now)
        record(session, asker.now, asker.id, "plan.restored", plan_id)
    return RedirectResponse(plan_address(plan_id), 303)
