"""An advisor or an editor invites the organisation of a profile to take it in hand."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from api.access.current_account import database_of, now_of
from api.access.errors import AccountRejected
from api.access.require import require
from api.access.signed_in import SignedIn
from api.access.token import new_token
from api.accounts.services import services_of
from api.deps import ChosenLanguage
from api.expert_side.invite import INVITATION, invite_organisation, send_invitation
from api.expert_side.own_profile import find_profile
from api.languages import Language, load_strings
from api.pages.expert_side.addresses import INVITE
from api.pages.frame.fault import Fault, name_fault, spell_faults
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.pages.frame.private import render_form_page
from api.public_url import public_url
from api.store.experts.errors import InvitationRejected
from api.store.experts.invitations import list_invitations
from kb.documents import Expert

Inviting = Annotated[SignedIn, Depends(require("advisor", "editor"))]

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(INVITE)
def show_invite(request: Request, slug: str, account: Inviting, language: ChosenLanguage) -> Response:  # noqa: ARG001
    expert = find_profile(request, slug)
    return _render(request, expert, language, address=expert.mailbox or "")


@router.post(INVITE)
def invite(request: Request, slug: str, account: Inviting, language: ChosenLanguage, fields: CheckedFields) -> Response:
    """The page with what came of it: a message that was sent, or a link to hand over, which is told this once."""
    expert = find_profile(request, slug)
    typed = read_typed(fields, ("address", "once"))
    try:
        made = invite_organisation(
            database_of(request), slug, typed["address"], account.id, now_of(request), typed["once"]
        )
    except AccountRejected:
        return _refuse(request, expert, language, typed["address"], Fault("fault_email"))
    except InvitationRejected as error:
        return _refuse(request, expert, language, typed["address"], name_fault(error))
    link = public_url(request, INVITATION + made.token)
    is_sent = send_invitation(services_of(request).mail, expert, made, link)
    new_link = "" if is_sent else link
    return _render(request, expert, language, address="", sent_to=made.address, new_link=new_link)


def _refuse(request: Request, expert: Expert, language: Language, address: str, fault: Fault) -> Response:
    faults = spell_faults({"address": fault}, load_strings(language))
    return _render(request, expert, language, fault.status, address=address, faults=faults)


def _render(request: Request, expert: Expert, language: Language, status: int = 200, **values: object) -> Response:
    with database_of(request).reading() as session:
        invitations = list_invitations(session, expert.slug)
    own = {
        "expert": expert,
        "invitations": invitations,
        "now": now_of(request),
        "once": new_token(),
        "has_mail": services_of(request).mail is not None,
        "new_link": "",
        "sent_to": "",
        "faults": {},
    }
    return render_form_page(request, "expert_side/invite.html", language, status, **{**own, **values})
