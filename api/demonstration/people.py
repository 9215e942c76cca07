"""Made-up accounts: a coordinator in each municipality, advisors in each county and at Brå, and who else there is.

Their addresses end in `demo.example`, which leads nowhere, so that no letter reaches anybody.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from api.access.addresses import print_address
from api.access.scope import Scope
from api.demonstration.chance import Chance
from api.store.accounts import Account, Role
from api.store.vault import Vault
from kb.snapshot.snapshot import Snapshot

DOMAIN = "demo.example"
N_NATIONAL = 3
"""Advisors at Brå."""


@dataclass(frozen=True, slots=True)
class People:
    """Ids of accounts: by the code of the municipality, by the desk (empty for Brå), by the slug of the expert."""

    accounts: tuple[Account, ...]
    coordinators: Mapping[str, str]
    advisors: Mapping[str, tuple[str, ...]]
    experts: Mapping[str, str]


def make_people(snapshot: Snapshot, vault: Vault, chance: Chance, created: datetime) -> People:
    """Accounts for all of the snapshot's municipalities, counties and made-up experts."""
    accounts = tuple(_make(vault, chance, created, *one) for one in _list_wanted(snapshot))
    of_role = {role: [account for account in accounts if account.role == role] for role in ("coordinator", "expert")}
    advisors = [account for account in accounts if account.role == "advisor"]
    return People(
        accounts,
        {account.scope_code: account.id for account in of_role["coordinator"]},
        {
            desk: tuple(account.id for account in advisors if account.scope_code == desk)
            for desk in {account.scope_code for account in advisors}
        },
        {account.scope_code: account.id for account in of_role["expert"]},
    )


def _list_wanted(snapshot: Snapshot) -> Iterator[tuple[str, Role, Scope]]:
    towns = snapshot.registers.municipalities
    for town in towns:
        yield f"samordnare-{town.code}", "coordinator", Scope("municipality", town.code)
    for county in sorted({town.county_code for town in towns}):
        yield f"radgivare-{county}", "advisor", Scope("county", county)
    for number in range(1, N_NATIONAL + 1):
        yield f"radgivare-{number}-bra", "advisor", Scope("all")
    for slug, expert in snapshot.experts.items():
        if expert.demo:
            yield slug, "expert", Scope("expert", slug)
    yield "redaktor", "editor", Scope("all")
    yield "administrator", "administrator", Scope("all")


def _make(vault: Vault, chance: Chance, created: datetime, name: str, role: Role, scope: Scope) -> Account:
    email = f"{name}@{DOMAIN}"
    return Account(
        id=chance.make_id(),
        email=email,
        email_print=print_address(vault, email),
        role=role,
        scope_kind=scope.kind,
        scope_code=scope.code,
        created=created,
    )
