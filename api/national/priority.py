"""The order of priority for who asks: what it may see of each municipality."""

from dataclasses import dataclass
from datetime import date, timedelta

from api.access.scope import Scope
from api.store.database import Database
from api.store.national.support import count_support
from kb.national.priority.criteria import Weights
from kb.national.priority.priority import Priority, order_towns
from kb.snapshot.snapshot import Snapshot

PERIOD = timedelta(days=730)
"""How far back cases and advice are counted."""


@dataclass(frozen=True, slots=True)
class Asked:
    """weights : of every criterion; county : to show and rank within, empty for the country"""

    weights: Weights
    county: str = ""


def find_priority(database: Database, snapshot: Snapshot, scope: Scope, asked: Asked, today: date) -> Priority:
    """The order as who has the scope may see it.

    An advisor of a county sees its municipalities by all criteria, and others by the police's lists alone, which are
    public: what a municipality has asked is for those who have its cases.

    Raises
    ------
    WeightsRejected : no order can be made with the weights
    """
    since, support = today - PERIOD, None
    if is_own(scope, asked.county):
        with database.reading() as session:
            support = count_support(session, since, scope.code)
    return order_towns(snapshot, support, asked.weights, since, today, asked.county)


def is_own(scope: Scope, county: str) -> bool:
    """Whether what was asked in the county, in the country where it is empty, is for who has the scope to see."""
    return scope.kind == "all" or (scope.kind == "county" and county == scope.code)
