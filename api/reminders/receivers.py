"""Who is reminded of what in a plan: who is responsible and has an account, else those who write the plan."""

from collections.abc import Iterator, Sequence

from sqlalchemy import CompoundSelect, select, union

from api.access.addresses import read_address
from api.access.errors import AccountRejected
from api.access.scope import Scope
from api.access.signed_in import SignedIn
from api.accounts.find_account import find_account
from api.saved_plans.rights import allows, find_right
from api.store.accounts import Account
from api.store.encrypted_text import vault_of
from api.store.plans.tables import PlanAdoption, PlanMute, PlanVersion, SavedPlan
from api.store.session import Session


def list_receivers(session: Session, row: SavedPlan, responsible: str) -> Sequence[Account]:
    """The account whose address stands as responsible, else the plan's editors; without those who want none."""
    named = _find_responsible(session, row, responsible)
    muted = set(session.scalars(select(PlanMute.account_id).where(PlanMute.plan_id == row.id)))
    return [account for account in ([named] if named else list_editors(session, row)) if account.id not in muted]


def list_editors(session: Session, row: SavedPlan) -> Sequence[Account]:
    """The accounts that have written the plan and still may; where none is left, the municipality's coordinators."""
    wrote = session.scalars(select(Account).where(Account.id.in_(_select_writers(row.id))).order_by(Account.id))
    editors = [account for account in wrote if _may(account, row, to_write=True)]
    return editors or list(_list_coordinators(session, row))


def _select_writers(plan_id: str) -> CompoundSelect[str]:
    return union(
        select(PlanVersion.by).where(PlanVersion.plan_id == plan_id),
        select(PlanAdoption.by).where(PlanAdoption.plan_id == plan_id),
        select(SavedPlan.created_by).where(SavedPlan.id == plan_id),
    )


def _list_coordinators(session: Session, row: SavedPlan) -> Iterator[Account]:
    of_town = select(Account).where(Account.role == "coordinator", Account.scope_code == row.municipality_code)
    return (account for account in session.scalars(of_town) if _may(account, row, to_write=True))


def _find_responsible(session: Session, row: SavedPlan, responsible: str) -> Account | None:
    """The account, if the whole field is its address and it may read the plan."""
    try:
        account = find_account(session, vault_of(session), read_address(responsible))
    except AccountRejected:  # a role or a unit, as most are
        return None
    return account if account and _may(account, row, to_write=False) else None


def _may(account: Account, row: SavedPlan, *, to_write: bool) -> bool:
    scope = Scope(account.scope_kind, account.scope_code)
    signed_in = SignedIn(id=account.id, sign_in_id="", email=account.email, role=account.role, scope=scope)
    return not account.disabled and allows(find_right(row, signed_in, None), "write" if to_write else "read")
