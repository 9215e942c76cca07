"""The organisation of an expert invited to answer for its profile."""

from fastapi import APIRouter, Request

from api.access.current_account import database_of, now_of
from api.access.errors import AccountRejected
from api.accounts.services import services_of
from api.expert_side.invite import INVITATION, invite_organisation, send_invitation
from api.expert_side.own_profile import find_profile
from api.public_url import public_url
from api.routes.answers import EXPERT_SIDE_ANSWERS
from api.routes.expert_side.asked import CHECKED, TAG, Inviting, Once, Slug
from api.schemas.expert_side.profile import InvitationIn, InvitationOut

router = APIRouter(prefix="/v1/experts", tags=[TAG], responses=EXPERT_SIDE_ANSWERS)


@router.post("/{slug}/invitation", summary="Bjud in organisationen", status_code=201, dependencies=CHECKED)
def invite(request: Request, account: Inviting, slug: Slug, body: InvitationIn, once: Once = "") -> InvitationOut:
    """Länken gäller en gång, i 30 dagar. Finns ingen e-postserver visas den bara här."""
    expert = find_profile(request, slug)
    address = body.address or expert.mailbox
    if address is None:
        raise AccountRejected("the profile has no mailbox; give the address of whoever is to answer for it")
    made = invite_organisation(database_of(request), slug, address, account.id, now_of(request), once)
    link = public_url(request, INVITATION + made.token)
    is_sent = send_invitation(services_of(request).mail, expert, made, link)
    return InvitationOut(
        id=made.id, address=made.address, expires=made.expires, is_sent=is_sent, link=None if is_sent else link
    )
