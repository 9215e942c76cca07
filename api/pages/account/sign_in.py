"""Signing in: ask for a link by e-mail, or be led to the sign-in service."""

from fastapi import APIRouter, BackgroundTasks, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access.addresses import read_address
from api.access.current_account import current_account, database_of, now_of
from api.access.errors import AccountRejected, TooManyAttempts
from api.access.network import network_of
from api.accounts.attempts import count_attempt
from api.accounts.send_link import send_link
from api.accounts.services import services_of
from api.deps import ChosenLanguage
from api.languages import Language, load_strings
from api.pages.account.way_back import DEFAULT, read_way_back
from api.pages.frame.fault import Fault, name_fault, spell_faults
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.pages.frame.private import render_form_page
from api.public_url import public_url

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/logga-in")
def show_sign_in(request: Request, language: ChosenLanguage, till: str = "") -> Response:
    if current_account(request):
        return RedirectResponse(read_way_back(till), 303)
    return _render(request, language, till=read_way_back(till))


@router.post("/logga-in")
def ask_for_link(request: Request, language: ChosenLanguage, fields: CheckedFields, tasks: BackgroundTasks) -> Response:
    """The same answer whether the address has an account or not, and as fast: the link is sent after it."""
    typed = read_typed(fields, ("email", "till"))
    till = read_way_back(typed["till"])
    mail = services_of(request).mail
    if mail is None:
        return _render(request, language, till=till)
    try:
        address = read_address(typed["email"])
        count_attempt(database_of(request), address, network_of(request), now_of(request))
    except AccountRejected:
        return _render(request, language, typed["email"], Fault("fault_email"), till)
    except TooManyAttempts as error:
        return _render(request, language, typed["email"], name_fault(error), till)
    base, then = public_url(request), "" if till == DEFAULT else till
    tasks.add_task(send_link, database_of(request), mail, address, base, language, now_of(request), then)
    return render_form_page(request, "account/link_sent.html", language)


def _render(
    request: Request, language: Language, email: str = "", fault: Fault | None = None, till: str = ""
) -> Response:
    services = services_of(request)
    return render_form_page(
        request,
        "account/sign_in.html",
        language,
        fault.status if fault else 200,
        faults=spell_faults({"email": fault} if fault else {}, load_strings(language)),
        email=email,
        till=till,
        has_mail=services.mail is not None,
        has_provider=services.provider is not None,
    )
