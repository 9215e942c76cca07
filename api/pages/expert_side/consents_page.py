"""What an organisation consents to, each with its receipt."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access.current_account import database_of, now_of
from api.deps import ChosenLanguage
from api.expert_side.own_profile import slug_of
from api.pages.expert_side.addresses import CONSENTS, RECEIPT
from api.pages.expert_side.own_page import Organisation, render_own_page
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.store.experts.consents import find_consent, give_consent, list_consents, read_purpose, withdraw_consent
from api.store.experts.tables import PURPOSES
from api.store.plans.authors import name_authors

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(CONSENTS)
def show_consents(request: Request, account: Organisation, language: ChosenLanguage) -> Response:
    with database_of(request).reading() as session:
        said = list_consents(session, slug_of(account))
    of_purpose = {purpose: [row for row in said if row.purpose == purpose] for purpose in PURPOSES}
    return render_own_page(request, CONSENTS, "consents", account, language, of_purpose=of_purpose)


@router.post(CONSENTS)
def say(request: Request, account: Organisation, fields: CheckedFields) -> Response:
    """On to the receipt of what was said, yes or no."""
    typed = read_typed(fields, ("purpose", "choice"))
    purpose, slug = read_purpose(typed["purpose"]), slug_of(account)
    choose = give_consent if typed["choice"] == "yes" else withdraw_consent
    with database_of(request).session() as session:
        row = choose(session, slug, purpose, account.id, now_of(request))
    return RedirectResponse(f"{RECEIPT}/{row.id}", 303)


@router.get(f"{RECEIPT}/{{consent_id}}")
def show_receipt(request: Request, consent_id: str, account: Organisation, language: ChosenLanguage) -> Response:
    with database_of(request).reading() as session:
        row = find_consent(session, slug_of(account), consent_id)
        authors = name_authors(session, [one for one in (row.given_by, row.withdrawn_by) if one])
    return render_own_page(request, CONSENTS, "receipt", account, language, consent=row, authors=authors)
