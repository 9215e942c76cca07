"""One's own account: where it is signed in, all that is kept of it, and its end."""

import json
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from api.access.cookies import SIGN_IN_COOKIE, drop_cookie
from api.access.current_account import database_of, now_of
from api.access.require import require
from api.access.signed_in import SignedIn
from api.accounts.own_data import collect_own_data, delete_account
from api.accounts.sign_ins import end_every_sign_in, end_sign_in, list_sign_ins
from api.deps import ChosenLanguage
from api.pages.account.place import name_place
from api.pages.frame.form_fields import CheckedFields, checked_fields, read_typed
from api.pages.frame.private import keep_nowhere, render_form_page
from api.reminders.mute import RemindedPlan, list_reminded, set_muted

SIGNED_IN = Depends(require())
Account = Annotated[SignedIn, SIGNED_IN]
CHECKED = [SIGNED_IN, Depends(checked_fields)]
"""For a form of which nothing but its token is read; who is signed out is told that, and not of the form."""
FILE_NAME = "mitt-konto.json"

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/konto")
def show_account(request: Request, language: ChosenLanguage, account: Account) -> Response:
    return render_form_page(
        request,
        "account/account.html",
        language,
        account=account,
        place=name_place(request, account.scope),
        sign_ins=list_sign_ins(database_of(request), account.id, now_of(request)),
        reminded=_list_reminded(request, account.id),
    )


@router.post("/konto/paminnelser")
def choose_reminders(request: Request, account: Account, fields: CheckedFields) -> Response:
    """Reminders of one plan, off or on again."""
    plan_id, choice = read_typed(fields, ("plan", "reminders")).values()
    with database_of(request).session() as session:
        set_muted(session, account.id, plan_id, is_muted=choice == "none")
    return RedirectResponse("/konto#paminnelser", 303)


def _list_reminded(request: Request, account_id: str) -> list[RemindedPlan]:
    with database_of(request).reading() as session:
        return list_reminded(session, account_id)


@router.post("/konto/logga-ut", dependencies=CHECKED)
def sign_out(request: Request, account: Account) -> Response:
    end_sign_in(database_of(request), account.id, account.sign_in_id, now_of(request))
    return _signed_out(request)


@router.post("/konto/logga-ut-overallt", dependencies=CHECKED)
def sign_out_everywhere(request: Request, account: Account) -> Response:
    end_every_sign_in(database_of(request), account.id, now_of(request))
    return _signed_out(request)


@router.post("/konto/webblasare")
def sign_out_browser(request: Request, account: Account, fields: CheckedFields) -> Response:
    sign_in_id = read_typed(fields, ("sign_in",))["sign_in"]
    end_sign_in(database_of(request), account.id, sign_in_id, now_of(request))
    return RedirectResponse("/konto", 303)


@router.get("/konto/data", response_class=JSONResponse)
def export_own_data(request: Request, account: Account) -> Response:
    text = json.dumps(collect_own_data(database_of(request), account), ensure_ascii=False, indent=2)
    headers = {"Content-Disposition": f'attachment; filename="{FILE_NAME}"'}
    return keep_nowhere(Response(text, media_type="application/json", headers=headers))


@router.get("/konto/radera", dependencies=[SIGNED_IN])
def confirm_delete(request: Request, language: ChosenLanguage) -> Response:
    return render_form_page(request, "account/delete.html", language)


@router.post("/konto/radera", dependencies=CHECKED)
def delete_own_account(request: Request, account: Account) -> Response:
    delete_account(database_of(request), account, now_of(request))
    return _signed_out(request)


def _signed_out(request: Request) -> Response:
    answer = keep_nowhere(RedirectResponse("/", 303))
    drop_cookie(request, answer, SIGN_IN_COOKIE)
    return answer
