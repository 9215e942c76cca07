"""Who may do what with a saved plan: every role, each kind of link."""

import pytest

from api.access.scope import Scope
from api.access.signed_in import SignedIn
from api.saved_plans.rights import allows, find_right
from api.store.accounts import Role, ScopeKind
from api.store.plans.tables import ADVISOR_RIGHTS, AdvisorRight, LinkFor, PlanLink, SavedPlan

HERE = "1490"


def _right(account: SignedIn | None, link: PlanLink | None = None, advisors: AdvisorRight = "none") -> str | None:
    return find_right(SavedPlan(id="p", municipality_code=HERE, advisors=advisors), account, link)


def _account(role: Role, kind: ScopeKind, code: str) -> SignedIn:
    return SignedIn(id="a", sign_in_id="s", email="a@example.se", role=role, scope=Scope(kind, code))


def _link(used_for: LinkFor, plan_id: str = "p") -> PlanLink:
    return PlanLink(id="l", plan_id=plan_id, used_for=used_for)


@pytest.mark.parametrize(
    ("role", "kind", "code", "none", "read", "write"),
    [
        ("coordinator", "municipality", HERE, "own", "own", "own"),
        ("coordinator", "municipality", "0180", None, None, None),
        ("advisor", "county", "14", None, "read", "write"),
        ("advisor", "county", "01", None, None, None),
        ("advisor", "all", "", None, "read", "write"),
        ("administrator", "all", "", None, None, None),
        ("editor", "all", "", None, None, None),
        ("expert", "expert", "x", None, None, None),
    ],
)
def test_an_account_may_what_its_role_and_place_and_the_coordinator_give_it(
    role: Role, kind: ScopeKind, code: str, none: str | None, read: str | None, write: str | None
) -> None:
    account = _account(role, kind, code)
    assert [_right(account, advisors=given) for given in ADVISOR_RIGHTS] == [none, read, write]


def test_a_link_gives_what_it_is_for_on_its_own_plan_alone() -> None:
    assert _right(None, _link("read")) == "read"
    assert _right(None, _link("write")) == "write"
    assert _right(None, _link("calendar")) is None
    assert _right(None, _link("write", "another")) is None
    assert _right(None) is None


def test_an_account_with_a_link_may_the_more_of_the_two() -> None:
    assert _right(_account("coordinator", "municipality", HERE), _link("read")) == "own"
    assert _right(_account("coordinator", "municipality", "0180"), _link("write")) == "write"


def test_a_right_allows_what_is_less() -> None:
    assert allows("own", "write")
    assert allows("read", "read")
    assert not allows("read", "write")
    assert not allows(None, "read")
