"""Who may see how the service is used: editors, and advisors of the whole country."""

from typing import Annotated

from fastapi import Depends

from api.access.errors import RoleRefused
from api.access.require import require
from api.access.signed_in import SignedIn


def require_use(account: Annotated[SignedIn, Depends(require("editor", "advisor"))]) -> SignedIn:
    """The account, if it may.

    Raises
    ------
    SignInNeeded, RoleRefused : nobody is signed in, or the account is of something else
    """
    if account.role == "advisor" and account.scope.kind != "all":
        raise RoleRefused("this is for editors and advisors of the whole country; ask them")
    return account
