"""Accounts of practice that wait for an editor: taken, sent back with a reason, or declined."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access.current_account import database_of, now_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.deps import ChosenLanguage
from api.exchange.names import read_names
from api.languages import Language, load_strings
from api.pages.exchange.addresses import REVIEW
from api.pages.frame.fault import name_fault, spell_faults
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.pages.frame.private import render_form_page
from api.store.exchange.errors import PracticeChanged, PracticeNotOpen, PracticeRejected
from api.store.exchange.practice import DECISIONS, MAX_REASON_CHARS, list_submitted, review_practice
from api.store.exchange.texts import TEXTS, load_texts

Editor = Annotated[SignedIn, Depends(require("editor"))]

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(REVIEW)
def show_desk(request: Request, account: Editor, language: ChosenLanguage) -> Response:  # noqa: ARG001
    return _render(request, language)


@router.post(REVIEW)
def review(request: Request, account: Editor, language: ChosenLanguage, fields: CheckedFields) -> Response:
    typed = read_typed(fields, ("practice", "version", "decision", "reason"))
    practice_id, reason = typed["practice"], typed["reason"].strip()
    try:
        with database_of(request).session() as session:
            decision = next((one for one in DECISIONS if one == typed["decision"]), None)
            if decision is None:
                raise PracticeRejected("decision: published, returned or declined; send the form of the page")
            version = int(typed["version"]) if typed["version"].isdecimal() and len(typed["version"]) < 9 else 0
            review_practice(session, practice_id, decision, reason, version, account.id, now_of(request))
    except (PracticeNotOpen, PracticeChanged, PracticeRejected) as error:
        fault = name_fault(error)
        faults = spell_faults({practice_id: fault}, load_strings(language))
        return _render(request, language, fault.status, faults=faults, reasons={practice_id: reason})
    return RedirectResponse(f"{REVIEW}?klar={decision}#klar", 303)


def _render(request: Request, language: Language, status: int = 200, **values: object) -> Response:
    with database_of(request).reading() as session:
        waiting = [(row, load_texts(row.texts)) for row in list_submitted(session)]
    told = {
        "waiting": waiting,
        "names": read_names(request),
        "fields": TEXTS,
        "decisions": DECISIONS,
        "max_reason": MAX_REASON_CHARS,
        "faults": {},
        "reasons": {},
        "done": next((one for one in DECISIONS if one == request.query_params.get("klar")), None),
    }
    return render_form_page(request, "exchange/review.html", language, status, **{**told, **values})
