"""Who is signed in, as routes and pages know it."""

from dataclasses import dataclass

from api.access.errors import RoleRefused
from api.access.scope import Scope
from api.store.accounts import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """id : of the account; sign_in_id : of this browser's sign-in"""

    id: str
    sign_in_id: str
    email: str
    role: Role
    scope: Scope

    def check_covers(self, municipality_code: str) -> None:
        """Return if the account may act for the municipality.

        Raises
        ------
        RoleRefused : it is outside the account's municipality or county
        """
        if not self.scope.covers(municipality_code):
            raise RoleRefused("this is for accounts of its own municipality or county; ask a colleague there")
