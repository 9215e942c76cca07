"""`kb account`: who may sign in."""

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from cli.given.municipality import find_code
from cli.given.store import open_database, read_now, read_store_settings
from cli.settings import snapshots_option
from cli.shown.rows import write_rows

if TYPE_CHECKING:
    from api.access.scope import Scope
    from api.store.accounts import Account

ROLES = ("coordinator", "expert", "advisor", "editor", "administrator")
"""As in api.store.accounts, which is imported when the verb is used: a test compares them."""
LOCAL = "http://127.0.0.1:8000"


@click.group("account", epilog="Example: kb account invite anna@alvdala.example.se --role editor")
def account_command() -> None:
    """Invite, list and disable those who may sign in; visitors need no account."""


@account_command.command(
    "invite", epilog="Example: kb account invite anna@alvdala.se --role coordinator --municipality Älvdala"
)
@click.argument("email")
@click.option("--role", type=click.Choice(ROLES), required=True)
@click.option("--municipality", help="Of a coordinator: name or code.")
@click.option("--county", help="Of an advisor: its code, two digits. Without it the whole country.")
@click.option("--expert", help="Of an expert: the slug of the profile.")
@snapshots_option
def invite_command(
    email: str, role: str, municipality: str | None, county: str | None, expert: str | None, snapshots: Path
) -> int:
    """Make an account for EMAIL and print the link that signs in, once and within 30 minutes."""
    with open_database("account") as database:
        from api.accounts.invite import invite
        from api.store.accounts import Role

        known: dict[str, Role] = {name: name for name in get_args(Role)}
        scope = _read_scope(municipality, county, expert, snapshots)
        account = invite(database, email, known[role], scope, read_now())
    click.echo(f"{account.email} may sign in as {role}", err=True)
    return _print_link(account.email)


@account_command.command("link", epilog="Example: kb account link anna@alvdala.se")
@click.argument("email")
def link_command(email: str) -> int:
    """Print a link that signs EMAIL in, once and within 30 minutes."""
    return _print_link(email)


@account_command.command("list", epilog="Example: kb account list")
def list_command() -> int:
    """List accounts: address, role, place, since when, and whether disabled."""
    with open_database("account") as database:
        from api.accounts.invite import list_accounts

        accounts = list_accounts(database)
    click.echo(write_rows([_row(account) for account in accounts]), nl=False)
    return 0


@account_command.command("disable", epilog="Example: kb account disable anna@alvdala.se")
@click.argument("email")
def disable_command(email: str) -> int:
    """Sign EMAIL out everywhere and let it in no more; what it saved stays."""
    with open_database("account") as database:
        from api.accounts.invite import disable

        account = disable(database, email, read_now())
    click.echo(f"{account.email} is disabled")
    return 0


def _print_link(email: str) -> int:
    base = read_store_settings("account").public_url or LOCAL
    with open_database("account") as database:
        from api.access.addresses import read_address
        from api.access.errors import UnknownAccount
        from api.accounts.links import make_link

        path = make_link(database, read_address(email), read_now())
        if path is None:
            raise UnknownAccount(f"{email} has no account that may sign in; `kb account invite` makes one")
    click.echo(base + path)
    return 0


def _read_scope(municipality: str | None, county: str | None, expert: str | None, snapshots: Path) -> "Scope":
    from api.access.scope import Scope

    if len([given for given in (municipality, county, expert) if given]) > 1:
        raise click.UsageError("an account is for one place: give one of --municipality, --county and --expert")
    if municipality:
        return Scope("municipality", find_code(municipality, snapshots))
    if county:
        return Scope("county", county)
    return Scope("expert", expert) if expert else Scope("all")


def _row(account: "Account") -> list[str]:
    place = f"{account.scope_kind} {account.scope_code}".strip()
    disabled = f"disabled {account.disabled.date()}" if account.disabled else ""
    return [account.email, account.role, place, account.created.date().isoformat(), disabled]
