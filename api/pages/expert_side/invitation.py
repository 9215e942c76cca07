"""The page of an invitation: one click opens the profile. Opening it does nothing, for scanners of mail open it too."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.access.current_account import database_of, now_of
from api.deps import ChosenLanguage
from api.expert_side.invite import accept_invitation
from api.expert_side.own_profile import find_profile
from api.pages.expert_side.addresses import ACCEPT, INVITATION, PROFILE
from api.pages.frame.form_fields import CheckedFields, read_typed
from api.pages.frame.private import render_form_page
from api.pages.frame.signed_in import signed_in
from api.store.experts.invitations import find_invitation

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get(INVITATION)
def show_invitation(request: Request, token: str, language: ChosenLanguage) -> Response:
    with database_of(request).reading() as session:
        invitation = find_invitation(session, token, now_of(request))
    expert = find_profile(request, invitation.expert_slug)
    return render_form_page(
        request, "expert_side/invitation.html", language, expert=expert, invitation=invitation, token=token
    )


@router.post(ACCEPT)
def accept(request: Request, fields: CheckedFields) -> Response:
    token = read_typed(fields, ("token",))["token"]
    return signed_in(request, accept_invitation(database_of(request), token, now_of(request)), PROFILE)
