"""`kb key`: keys of programs and widgets."""

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from cli.given.municipality import find_code
from cli.given.store import open_database, read_now
from cli.settings import snapshots_option
from cli.shown.rows import write_rows

if TYPE_CHECKING:
    from api.store.api_keys import ApiKey

SCOPES = ("widget", "plans:read", "plans:write")
"""As in api.store.api_keys, which is imported when the verb is used: a test compares them."""


@click.group("key", epilog="Example: kb key list")
def key_command() -> None:
    """Give out, list and revoke keys, and tell how much they are used; of a key its hash alone is kept."""


@key_command.command("create", epilog="Example: kb key create Intranätet --origin https://intranet.example.se")
@click.argument("name")
@click.option("--scope", type=click.Choice(SCOPES), default="widget", show_default=True, help="What it opens.")
@click.option("--origin", default="*", show_default=True, help="The site whose pages may use it; * for any.")
@click.option("--municipality", help="Whose plans a key of plans opens, or whose pages have the widget: name or code.")
@snapshots_option
def create_command(name: str, scope: str, origin: str, municipality: str | None, snapshots: Path) -> int:
    """Print a new key; NAME tells what it is for."""
    town = find_code(municipality, snapshots) if municipality else None
    with open_database("key") as database:
        from api.accounts.keys import create_key
        from api.store.api_keys import KeyScope

        known: dict[str, KeyScope] = {word: word for word in get_args(KeyScope)}
        key, shown = create_key(database, name, known[scope], origin, read_now(), town)
    click.echo(f"{key.id}: keep the key, it is not shown again", err=True)
    click.echo(shown)
    return 0


@key_command.command("list", epilog="Example: kb key list")
def list_command() -> int:
    """List keys: id, name, scope, site, municipality, since when, and whether revoked."""
    with open_database("key") as database:
        from api.accounts.keys import list_keys

        keys = list_keys(database)
    click.echo(write_rows([_row(key) for key in keys]), nl=False)
    return 0


@key_command.command("stats", epilog="Example: kb key stats 5f2b8a7c9d1e4f60a1b2c3d4e5f60718")
@click.argument("key_id")
def stats_command(key_id: str) -> int:
    """Print how much the key with the id KEY_ID is used: month, searches, and those that nothing fits.

    A dash stands for what is not shown: fewer than five.
    """
    with open_database("key") as database, database.reading() as session:
        from api.access.errors import UnknownKey
        from api.store.api_keys import ApiKey
        from api.store.national.use_figures import list_key_months

        if session.get(ApiKey, key_id) is None:
            raise UnknownKey(f"no key has the id {key_id!r}; `kb key list` shows those there are")
        months = list_key_months(session, key_id)
    rows = [[f"{one.month:%Y-%m}", str(one.searches or "-"), str(one.unanswered or "-")] for one in months]
    click.echo(write_rows(rows), nl=False)
    return 0


@key_command.command("revoke", epilog="Example: kb key revoke 5f2b8a7c9d1e4f60a1b2c3d4e5f60718")
@click.argument("key_id")
def revoke_command(key_id: str) -> int:
    """Let the key with the id KEY_ID in no more."""
    with open_database("key") as database:
        from api.accounts.keys import revoke_key

        key = revoke_key(database, key_id, read_now())
    click.echo(f"{key.id} is revoked")
    return 0


def _row(key: "ApiKey") -> list[str]:
    revoked = f"revoked {key.revoked.date()}" if key.revoked else ""
    place, made = key.municipality_code or "", key.created.date().isoformat()
    return [key.id, key.name, key.scope, key.origin, place, made, revoked]
