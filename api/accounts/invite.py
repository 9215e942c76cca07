"""Accounts made, listed and disabled, by whoever runs the service."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from api.access.addresses import print_address, read_address
from api.access.errors import AccountRejected
from api.access.scope import Scope
from api.accounts.find_account import find_account, get_account
from api.accounts.sign_ins import end_all_sign_ins
from api.store.accounts import Account, Role, ScopeKind, SignInLink
from api.store.audit import BY_COMMAND, record
from api.store.base import new_id
from api.store.database import Database
from api.store.encrypted_text import vault_of

SCOPES: dict[Role, tuple[ScopeKind, ...]] = {
    "coordinator": ("municipality",),
    "expert": ("expert",),
    "advisor": ("county", "all"),
    "editor": ("all",),
    "administrator": ("all",),
}
"""Role -> where it can be."""


def invite(database: Database, address: str, role: Role, scope: Scope, now: datetime) -> Account:
    """A new account, which may sign in from now on.

    Raises
    ------
    AccountRejected : the address is none or has an account, or the role cannot be there
    """
    email = read_address(address)
    if scope.kind not in SCOPES[role]:
        raise AccountRejected(f"a role of {role!r} is for one {' or '.join(SCOPES[role])}, not for {scope.kind!r}")
    with database.session() as session:
        if find_account(session, database.vault, email):
            raise AccountRejected(f"{email} has an account; `kb account link {email}` makes a new link for it")
        return add_account(session, email, role, scope, BY_COMMAND, now)


def add_account(session: Session, email: str, role: Role, scope: Scope, by: str, now: datetime) -> Account:
    """The account, as part of something larger. email : as `read_address` has it, of nobody's account"""
    account = Account(
        id=new_id(),
        email=email,
        email_print=print_address(vault_of(session), email),
        role=role,
        scope_kind=scope.kind,
        scope_code=scope.code,
        created=now,
    )
    session.add(account)
    record(session, now, by, "account.invited", account.id)
    return account


def list_accounts(database: Database) -> Sequence[Account]:
    """Every account, the oldest first."""
    with database.reading() as session:
        return session.scalars(select(Account).order_by(Account.created, Account.id)).all()


def disable(database: Database, address: str, now: datetime) -> Account:
    """The account, signed out everywhere and unable to sign in; what it saved stays.

    Raises
    ------
    UnknownAccount : no account has the address
    """
    with database.session() as session:
        account = get_account(session, database.vault, read_address(address))
        account.disabled = account.disabled or now
        end_all_sign_ins(session, account.id)
        session.execute(update(SignInLink).where(SignInLink.account_id == account.id).values(expires=now))
        record(session, now, BY_COMMAND, "account.disabled", account.id)
    return account
