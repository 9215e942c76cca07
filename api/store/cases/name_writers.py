"""Who has written in a case, as it is shown: the address of an account, the profile of an expert that a mail asked."""

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.accounts import Account
from api.store.cases.tables import CaseAsk


def name_writers(session: Session, ids: Collection[str]) -> Mapping[str, str]:
    """Id -> address or slug; an account that is no more has none."""
    accounts = session.scalars(select(Account).where(Account.id.in_(ids)))
    asks = session.scalars(select(CaseAsk).where(CaseAsk.id.in_(ids)))
    return {
        **{ask.id: ask.expert_slug for ask in asks},
        **{account.id: account.email for account in accounts},
    }
