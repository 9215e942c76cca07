"""Who may have a case: advisors whose county it is of, or at whose desk it lies."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.accounts import Account
from api.store.cases.errors import CaseRejected
from api.store.cases.tables import Case


def list_advisors(session: Session, case: Case) -> Sequence[Account]:
    """The advisors that the case can be given to, by address."""
    found = session.scalars(select(Account).where(Account.role == "advisor", Account.disabled.is_(None)))
    return sorted((account for account in found if is_for(case, account)), key=lambda account: account.email)


def list_at_same_desk(session: Session, desk: str) -> Sequence[Account]:
    """The advisors of a desk: of the county, or where the desk is empty those of the whole country."""
    kind = "county" if desk else "all"
    of_desk = select(Account).where(
        Account.role == "advisor", Account.disabled.is_(None), Account.scope_kind == kind, Account.scope_code == desk
    )
    return session.scalars(of_desk.order_by(Account.id)).all()


def check_advisor(session: Session, case: Case, account_id: str) -> Account:
    """The account, which may have the case.

    Raises
    ------
    CaseRejected : it is no advisor, is disabled, or has another county
    """
    account = session.get(Account, account_id)
    if account is None or not is_for(case, account):
        raise CaseRejected("advisor: none whom the case can be given to; choose one of its county or its desk")
    return account


def is_for(case: Case, account: Account) -> bool:
    """Whether the case can be the account's: of an advisor that is not disabled, of its county or of its desk."""
    is_there = account.scope_kind == "all" or account.scope_code in (case.desk, case.municipality_code[:2])
    return account.role == "advisor" and account.disabled is None and is_there
