"""The addresses of those who answer for an expert's profile."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.accounts import Account


def list_addresses_of(session: Session, slug: str) -> Sequence[str]:
    """The addresses of the accounts that may sign in and answer for the profile, the oldest first."""
    wanted = select(Account).where(
        Account.role == "expert", Account.scope_kind == "expert", Account.scope_code == slug, Account.disabled.is_(None)
    )
    return [account.email for account in session.scalars(wanted.order_by(Account.created, Account.id))]
