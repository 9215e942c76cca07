"""The account of who a sign-in service says it is."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.access.errors import ProviderRefused
from api.accounts.find_account import find_account
from api.accounts.provider import Identity
from api.accounts.sign_ins import begin_sign_in
from api.store.accounts import Account
from api.store.database import Database
from api.store.vault import Vault

_PURPOSE = "subject"


def sign_in_by_provider(database: Database, identity: Identity, now: datetime) -> str:
    """What the cookie of the browser holds. The person is known by the service's own name for it from then on.

    Raises
    ------
    ProviderRefused : there is no account for it, or it is disabled
    """
    with database.session() as session:
        account = _find(session, database.vault, identity)
        if account is None or account.disabled:
            raise ProviderRefused("nobody here has that sign-in; ask those who run the service for an account")
        account.subject_print = database.vault.print_of(_PURPOSE, identity.subject)
        return begin_sign_in(session, account.id, now)


def _find(session: Session, vault: Vault, identity: Identity) -> Account | None:
    """By who it is; the first time by the address, unless another person has signed in with that."""
    prints = vault.prints_of(_PURPOSE, identity.subject)
    known = session.scalar(select(Account).where(Account.subject_print.in_(prints)))
    if known or not identity.address:
        return known
    account = find_account(session, vault, identity.address.strip().lower())
    return account if account and account.subject_print is None else None
