"""An account by its e-mail address."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.access.addresses import prints_of_address
from api.access.errors import UnknownAccount
from api.store.accounts import Account
from api.store.vault import Vault


def find_account(session: Session, vault: Vault, address: str) -> Account | None:
    """The account with the address, None when there is none."""
    return session.scalar(select(Account).where(Account.email_print.in_(prints_of_address(vault, address))))


def get_account(session: Session, vault: Vault, address: str) -> Account:
    """The account with the address.

    Raises
    ------
    UnknownAccount : there is none
    """
    account = find_account(session, vault, address)
    if account is None:
        raise UnknownAccount(f"no account has the address {address}; `kb account list` shows those there are")
    return account
