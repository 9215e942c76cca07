"""Who may do what with a case: a table of roles and places."""

import pytest

from api.access.scope import Scope
from api.access.signed_in import SignedIn
from api.cases.rights import find_right
from api.store.accounts import Role, ScopeKind
from api.store.cases.tables import Case


def _account(role: Role, kind: ScopeKind, code: str) -> SignedIn:
    return SignedIn(id="a", sign_in_id="s", email="a@alvdala.example.se", role=role, scope=Scope(kind, code))


@pytest.mark.parametrize(
    ("role", "kind", "code", "right"),
    [
        ("coordinator", "municipality", "1490", "ask"),
        ("coordinator", "municipality", "1480", None),
        ("advisor", "county", "14", "advise"),
        ("advisor", "county", "01", "advise"),  # at whose desk it is now
        ("advisor", "county", "03", None),
        ("advisor", "all", "", "advise"),
        ("expert", "expert", "est-stod", "answer"),
        ("expert", "expert", "another", None),
        ("editor", "all", "", None),
        ("administrator", "all", "", None),
    ],
)
def test_who_may_do_what_with_a_case(role: Role, kind: ScopeKind, code: str, right: str | None) -> None:
    case = Case(municipality_code="1490", desk="01")
    assert find_right(case, _account(role, kind, code), ["est-stod"]) == right
