"""`kb database`: the schema, copies, and the keys that encrypt."""

from pathlib import Path

import click

from cli.given.store import open_database, read_store_settings

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group("database", epilog="Example: kb database upgrade")
def database_command() -> None:
    """Bring the schema up to date, copy the database and restore it, change the key that encrypts."""


@database_command.command("upgrade", epilog="Example: kb database upgrade")
def upgrade_command() -> int:
    """Make the database where there is none, and bring its schema up to date; the service does so as it starts."""
    with open_database("database") as database:
        from api.store.migrate import read_revision

        click.echo(f"the schema is {read_revision(database.engine)}")
    return 0


@database_command.command("backup", epilog="Example: kb database backup /srv/copies/2027-03-31.db")
@click.argument("file", type=_FILE)
def backup_command(file: Path) -> int:
    """Copy the database to FILE, while the service runs. Keep the key apart from it: neither is of use alone."""
    places = read_store_settings("database").places
    from api.store.backup import back_up

    back_up(places.address, file)
    click.echo(f"{file}: {file.stat().st_size} bytes")
    return 0


@database_command.command("restore", epilog="Example: kb database restore /srv/copies/2027-03-31.db --yes")
@click.argument("file", type=_FILE)
@click.option("--yes", is_flag=True, help="Do not ask.")
def restore_command(file: Path, yes: bool) -> int:
    """Have the database be what FILE is; what it was is gone. Stop the service first."""
    places = read_store_settings("database").places
    from api.store.backup import restore

    if not yes:
        click.confirm("What the database has now is lost. Go on?", abort=True, err=True)
    restore(places.address, file)
    with open_database("database") as database:
        from api.store.check_keys import check_keys

        check_keys(database)
    click.echo(f"the database is what {file} was")
    return 0


@database_command.command("new-key", epilog="Example: kb database new-key")
def new_key_command() -> int:
    """Have a new key encrypt from the next start on; then `kb database reseal` lets the old one go."""
    key_file = read_store_settings("database").places.key_file
    from api.store.key_file import put_first
    from api.store.vault import new_key

    if key_file is None:
        click.echo("put this key first in KB_STORE_KEY, keep the others, start the service anew", err=True)
        click.echo(new_key())
        return 0
    put_first(key_file, new_key())
    click.echo(f"{key_file}: a new key is first; start the service anew, then run `kb database reseal`", err=True)
    return 0


@database_command.command("reseal", epilog="Example: kb database reseal")
def reseal_command() -> int:
    """Encrypt everything anew with the first key; other keys leave the file, or may leave KB_STORE_KEY."""
    key_file = read_store_settings("database").places.key_file
    with open_database("database") as database:
        from api.accounts.reseal import reseal_all

        n_rows = reseal_all(database)
    if key_file:
        from api.store.key_file import keep_first

        keep_first(key_file)
    click.echo(f"{n_rows} rows are encrypted with the first key; the others are of no more use")
    return 0
