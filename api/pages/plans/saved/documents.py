"""A saved plan as a document: chosen on a page, written when it is asked for, kept nowhere."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.deps import ChosenLanguage, Today
from api.given.read_description import CurrentFileReader
from api.languages import Language, load_strings
from api.pages.frame.fault import Fault, name_fault, spell_faults
from api.pages.frame.form_fields import Fields, read_typed
from api.pages.plans.chosen_file import answer_chosen
from api.pages.plans.saved.addresses import PLAN
from api.pages.plans.saved.plan_page import render_plan_page
from api.plan_files import present_saved
from api.saved_plans.opened import Opened, open_for
from kb.errors import KbError
from kb.plans.formats import SAVED_FORMS, find_form

DOCUMENTS = f"{PLAN}/dokument"

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(DOCUMENTS)
def show_documents(request: Request, plan_id: str, language: ChosenLanguage) -> Response:
    return _render(request, open_for(request, plan_id), language)


@router.post(DOCUMENTS)
def write_document(
    request: Request, plan_id: str, language: ChosenLanguage, today: Today, reader: CurrentFileReader, fields: Fields
) -> Response:
    opened = open_for(request, plan_id)
    form = find_form(read_typed(fields, ("form",))["form"])
    if form not in SAVED_FORMS or form is None:
        return _render(request, opened, language)
    try:
        return answer_chosen(present_saved(opened, today), form, fields, reader)
    except KbError as error:
        return _render(request, opened, language, name_fault(error))


def _render(request: Request, opened: Opened, language: Language, fault: Fault | None = None) -> Response:
    faults = spell_faults({"template": fault} if fault else {}, load_strings(language))
    status = fault.status if fault else 200
    return render_plan_page(request, "dokument", opened, language, status, forms=SAVED_FORMS, faults=faults)
