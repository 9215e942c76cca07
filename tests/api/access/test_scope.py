"""Where an account may act."""

import pytest

from api.access.errors import RoleRefused
from api.access.scope import Scope
from api.access.signed_in import SignedIn


@pytest.mark.parametrize(
    ("scope", "covers"),
    [
        (Scope("municipality", "1490"), True),
        (Scope("municipality", "1480"), False),
        (Scope("county", "14"), True),
        (Scope("county", "12"), False),
        (Scope("all"), True),
        (Scope("expert", "tranemo-est"), False),
    ],
)
def test_a_municipality_is_within_a_scope_or_not(scope: Scope, covers: bool) -> None:
    assert scope.covers("1490") is covers


def test_what_is_outside_is_refused() -> None:
    account = SignedIn(id="a", sign_in_id="s", email="", role="advisor", scope=Scope("county", "14"))
    account.check_covers("1490")
    with pytest.raises(RoleRefused, match="own municipality or county"):
        account.check_covers("0180")
