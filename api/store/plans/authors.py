"""Who has written in a plan, as it is shown: the address of an account, the name of a link or a key."""

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.accounts import Account
from api.store.api_keys import ApiKey
from api.store.plans.tables import PlanLink


def name_authors(session: Session, ids: Collection[str]) -> Mapping[str, str]:
    """Id -> name; an account or a link that is no more has none."""
    accounts = session.scalars(select(Account).where(Account.id.in_(ids)))
    links = session.scalars(select(PlanLink).where(PlanLink.id.in_(ids)))
    keys = session.scalars(select(ApiKey).where(ApiKey.id.in_(ids)))
    return {
        **{account.id: account.email for account in accounts},
        **{named.id: named.name for named in (*links, *keys)},
    }
