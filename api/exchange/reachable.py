"""Which municipalities are shown to whom as having worked with a problem: to coordinators elsewhere, and advisors."""

from collections.abc import Collection, Sequence

from api.access.signed_in import SignedIn
from api.store.exchange.agreements import list_others, list_own_areas
from api.store.exchange.tables import Agreement
from api.store.session import Session


def may_reach(account: SignedIn | None) -> bool:
    """Whether the account is shown whom to ask: a coordinator of a municipality, or an advisor."""
    return account is not None and (
        account.role == "advisor" or (account.role == "coordinator" and account.scope.kind == "municipality")
    )


def list_reachable(session: Session, account: SignedIn, area: str = "") -> Sequence[Agreement]:
    """Whom the account may ask, by area: of the area, else a coordinator of all areas of the municipality's plans.

    A coordinator is not shown the own municipality.
    """
    if account.role == "advisor":
        return list_others(session, "", [area] if area else None)
    own = account.scope.code
    return list_others(session, own, [area] if area else list_own_areas(session, own))


def list_for_plan(session: Session, account: SignedIn | None, code: str, areas: Collection[str]) -> Sequence[Agreement]:
    """Whom those who work on a plan of the municipality may ask about its areas; a link to the plan shows nobody."""
    return list_others(session, code, areas) if may_reach(account) else []
