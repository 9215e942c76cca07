"""Accounts made, listed and disabled."""

import pytest

from api.access.current_account import find_signed_in
from api.access.errors import AccountRejected, LinkExpired, UnknownAccount
from api.access.scope import Scope
from api.accounts.invite import SCOPES, disable, invite, list_accounts
from api.accounts.links import LINK_PATH, make_link, use_link
from api.store.accounts import ROLES
from api.store.database import Database
from tests.fakes.moments import NOON
from tests.store import EMAIL, make_account, make_sign_in

ALVDALA = Scope("municipality", "1490")


def test_who_is_invited_can_sign_in(database: Database) -> None:
    account = invite(database, f" {EMAIL.upper()} ", "coordinator", ALVDALA, NOON)
    assert [(a.id, a.email, a.scope_code) for a in list_accounts(database)] == [(account.id, EMAIL, "1490")]
    assert make_link(database, EMAIL, NOON)


def test_an_address_has_one_account(database: Database) -> None:
    invite(database, EMAIL, "coordinator", ALVDALA, NOON)
    with pytest.raises(AccountRejected, match="`kb account link"):
        invite(database, EMAIL, "editor", Scope("all"), NOON)


@pytest.mark.parametrize(
    "address", ["", "anna", "anna@", "a b@example.se", "a@example", "x" * 250 + "@a.se", "a@b.se\nBcc: c@d.se"]
)
def test_what_is_no_address_is_refused(database: Database, address: str) -> None:
    with pytest.raises(AccountRejected, match="no e-mail address; write it as"):
        invite(database, address, "coordinator", ALVDALA, NOON)


def test_a_role_is_for_one_kind_of_place(database: Database) -> None:
    with pytest.raises(AccountRejected, match="'coordinator' is for one municipality, not for 'all'"):
        invite(database, EMAIL, "coordinator", Scope("all"), NOON)
    assert set(SCOPES) == set(ROLES)


def test_a_disabled_account_is_signed_out_at_once_and_its_links_are_dead(database: Database) -> None:
    cookie = make_sign_in(database, make_account(database))
    path = make_link(database, EMAIL, NOON) or ""
    disable(database, EMAIL, NOON)
    assert find_signed_in(database, cookie, NOON) is None
    with pytest.raises(LinkExpired):
        use_link(database, path.removeprefix(LINK_PATH), NOON)


def test_an_account_that_is_not_there_is_told(database: Database) -> None:
    with pytest.raises(UnknownAccount, match="kb account list"):
        disable(database, EMAIL, NOON)
