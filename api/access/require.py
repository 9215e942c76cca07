"""What a route demands of who asks: `account: Annotated[SignedIn, Depends(require("coordinator"))]`."""

from collections.abc import Callable

from fastapi import Request

from api.access.current_account import current_account
from api.access.errors import RoleRefused, SignInNeeded
from api.access.signed_in import SignedIn
from api.store.accounts import ROLES, Role


def require(*roles: Role) -> Callable[[Request], SignedIn]:
    """What gives a route the account that asks, of one of the roles; of any when none is named.

    For whose municipality it may act is known once the thing is: `account.check_covers(plan.municipality_code)`.

    Raises, when asked
    ------
    SignInNeeded : nobody is signed in
    RoleRefused : the account has another role
    """
    allowed = frozenset(roles or ROLES)

    def give_account(request: Request) -> SignedIn:
        account = current_account(request)
        if account is None:
            raise SignInNeeded("this is for accounts; sign in at /logga-in")
        if account.role not in allowed:
            raise RoleRefused(f"this is for {', '.join(sorted(allowed))}; the account is of a {account.role}")
        return account

    return give_account
