"""All that is kept of an account, to take away; and the account deleted."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from api.access.signed_in import SignedIn
from api.accounts.own_advice import list_own_advice
from api.accounts.own_bookings import collect_own_bookings
from api.accounts.own_cases import collect_own_cases
from api.accounts.own_exchange import collect_own_exchange
from api.accounts.own_expert_side import collect_own_expert_side
from api.accounts.own_plans import collect_own_plans
from api.store.accounts import Account, SignIn
from api.store.audit import AuditEntry, record
from api.store.database import Database


def collect_own_data(database: Database, account: SignedIn) -> dict[str, Any]:
    """Everything under the account's id, as JSON has it."""
    with database.reading() as session:
        stored = session.get_one(Account, account.id)
        return {
            "account": {
                "id": stored.id,
                "email": stored.email,
                "role": stored.role,
                "scope": {"kind": stored.scope_kind, "code": stored.scope_code},
                "created": stored.created.isoformat(),
            },
            "sign_ins": _list_sign_ins(session, account.id),
            "audit": _list_audit(session, account.id),
            **collect_own_plans(session, account.id),
            **collect_own_cases(session, account.id),
            **collect_own_bookings(session, account.id),
            "case_advice": list_own_advice(session, account.id),
            **collect_own_expert_side(session, account.id),
            **collect_own_exchange(session, account.id),
        }


def delete_account(database: Database, account: SignedIn, now: datetime) -> None:
    """Take the account away with its address and its sign-ins. That it was deleted, by its id and when, stays."""
    with database.session() as session:
        session.execute(delete(Account).where(Account.id == account.id))
        record(session, now, account.id, "account.deleted", account.id)


def _list_sign_ins(session: Session, account_id: str) -> list[dict[str, str]]:
    found = session.scalars(select(SignIn).where(SignIn.account_id == account_id).order_by(SignIn.created))
    return [
        {"begun": one.created.isoformat(), "seen": one.seen.isoformat(), "expires": one.expires.isoformat()}
        for one in found
    ]


def _list_audit(session: Session, account_id: str) -> list[dict[str, str]]:
    found = session.scalars(
        select(AuditEntry)
        .where((AuditEntry.who == account_id) | (AuditEntry.thing == account_id))
        .order_by(AuditEntry.at, AuditEntry.id)
    )
    return [{"at": one.at.isoformat(), "action": one.action, "thing": one.thing} for one in found]
