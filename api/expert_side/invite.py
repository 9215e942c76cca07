"""An organisation invited to its profile, and the invitation accepted: an account that answers for that profile."""

import logging
from datetime import datetime

from api.access.addresses import read_address
from api.access.errors import MailNotSent
from api.access.scope import Scope
from api.accounts.find_account import find_account
from api.accounts.invite import add_account
from api.accounts.mail import MailServer
from api.accounts.sign_ins import begin_sign_in
from api.expert_side.messages import write_invitation
from api.store.accounts import Account
from api.store.database import Database
from api.store.encrypted_text import vault_of
from api.store.experts.errors import InvitationRejected
from api.store.experts.invitations import NewInvitation, make_invitation, use_invitation
from api.store.session import Session
from kb.documents import Expert

INVITATION = "/expert-inbjudan/"
"""What the path of a link begins with; its token follows."""
_log = logging.getLogger(__name__)


def invite_organisation(
    database: Database, slug: str, address: str, by: str, now: datetime, once: str = ""
) -> NewInvitation:
    """A link by which whoever reads the mail of the address takes the profile in hand.

    Raises
    ------
    AccountRejected : it is no e-mail address
    InvitationRejected : it has an account for something else, or one that is disabled
    """
    email = read_address(address)
    with database.session() as session:
        _check(find_account(session, database.vault, email), slug)
        return make_invitation(session, slug, email, by, now, once)


def send_invitation(mail: MailServer | None, expert: Expert, made: NewInvitation, link: str) -> bool:
    """Whether it is in the mail, now or since the same was asked before; not without a server, nor if that refuses."""
    if mail is None:
        return False
    try:
        if made.is_new:
            mail.send(made.address, *write_invitation(expert.name, expert.organisation, link))
    except MailNotSent as error:
        _log.error("an invitation was not sent: %s", error)
        return False
    return True


def accept_invitation(database: Database, token: str, now: datetime) -> str:
    """What the cookie of the browser holds that is signed in from now on, to the profile's account.

    Raises
    ------
    InvitationDead : the link has been used, is too old, or was never given out
    InvitationRejected : its address has got an account for something else meanwhile; the link is not used then
    """
    with database.session() as session:
        invitation = use_invitation(session, token, now)
        account = _find_or_add(session, invitation.address, invitation.expert_slug, invitation.created_by, now)
        return begin_sign_in(session, account.id, now)


def _find_or_add(session: Session, address: str, slug: str, by: str, now: datetime) -> Account:
    account = find_account(session, vault_of(session), address)
    _check(account, slug)
    if account is None:
        account = add_account(session, address, "expert", Scope("expert", slug), by, now)
        session.flush()
    return account


def _check(account: Account | None, slug: str) -> None:
    if account is None:
        return
    if account.disabled:
        raise InvitationRejected("the address has an account that is disabled; invite another, or ask who runs this")
    if (account.role, account.scope_kind, account.scope_code) != ("expert", "expert", slug):
        raise InvitationRejected(
            "the address has an account for something else; an account is for one profile: invite another address"
        )
