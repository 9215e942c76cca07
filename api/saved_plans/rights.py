"""Who may do what with a saved plan."""

from typing import Literal, get_args

from api.access.plan_key import PlanKey
from api.access.signed_in import SignedIn
from api.store.plans.tables import PlanLink, SavedPlan

PlanRight = Literal["read", "write", "own"]
"""own : also share it, adopt it and erase it"""
RIGHTS: tuple[PlanRight, ...] = get_args(PlanRight)


def find_right(
    row: SavedPlan, account: SignedIn | None, link: PlanLink | None, key: PlanKey | None = None
) -> PlanRight | None:
    """The most that an account, a link or a key may do with the plan, None where it may not even read it.

    Coordinators own the plans of their municipality. Advisors of the county, or of the whole country, have what the
    coordinator has given them. Keys read or write the plans of their municipality. Nobody else has anything without a
    link, administrators of the service neither.
    """
    rights = [right for right in (_of_account(row, account), _of_link(row, link), _of_key(row, key)) if right]
    return max(rights, key=RIGHTS.index, default=None)


def allows(right: PlanRight | None, needed: PlanRight) -> bool:
    """Whether the right is at least the one that is needed."""
    return right is not None and RIGHTS.index(right) >= RIGHTS.index(needed)


def _of_account(row: SavedPlan, account: SignedIn | None) -> PlanRight | None:
    if account is None or not account.scope.covers(row.municipality_code):
        return None
    if account.role == "coordinator":
        return "own"
    return row.advisors if account.role == "advisor" and row.advisors != "none" else None


def _of_link(row: SavedPlan, link: PlanLink | None) -> PlanRight | None:
    if link is None or link.plan_id != row.id or link.used_for == "calendar":
        return None
    return link.used_for


def _of_key(row: SavedPlan, key: PlanKey | None) -> PlanRight | None:
    if key is None or key.municipality_code != row.municipality_code:
        return None
    return "write" if key.may_write else "read"
