"""A copy of the whole database in one file, and the database as a copy has it. What is encrypted stays encrypted."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL

from api.store.engine import BUSY_TIMEOUT_S, is_sqlite, read_url
from api.store.errors import StoreUnusable


def back_up(address: str, file: Path) -> None:
    """Write a copy as of one moment, while the service runs.

    Raises
    ------
    StoreUnusable : the database cannot be read, a program of PostgreSQL is missing, or the file exists
    """
    url = read_url(address)
    if file.exists():
        raise StoreUnusable(f"{file}: exists; name a file that does not, so that no copy is lost")
    if is_sqlite(url):
        _copy(_path_of(url), file)
    else:
        _run("pg_dump", url, "--format=custom", f"--file={file}")
    file.chmod(0o600)


def restore(address: str, file: Path) -> None:
    """Have the database be what the copy is; what it was is gone. The service is stopped meanwhile.

    Raises
    ------
    StoreUnusable : the copy is none, or is of another kind of database
    """
    url = read_url(address)
    is_copy_of_sqlite = file.read_bytes()[:15] == b"SQLite format 3"
    if is_copy_of_sqlite != is_sqlite(url):
        raise StoreUnusable(f"{file}: no copy of this kind of database; look at KB_DATABASE_URL, or name another file")
    if is_sqlite(url):
        _check_whole(file)
        _copy(file, _path_of(url))
    else:
        _run("pg_restore", url, "--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error", file)


def _path_of(url: URL) -> Path:
    if not url.database:
        raise StoreUnusable("a database in memory has no file; set KB_DATABASE_URL to sqlite:///file")
    return Path(url.database)


def _copy(source: Path, target: Path) -> None:
    """By SQLite's own backup, which takes one moment of a database that is being written to."""
    if not source.exists():
        raise StoreUnusable(f"{source}: no such database; start the service once, or look at KB_DATABASE_URL")
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        with (
            closing(sqlite3.connect(source, timeout=BUSY_TIMEOUT_S)) as from_,
            closing(sqlite3.connect(target, timeout=BUSY_TIMEOUT_S)) as to,
        ):
            from_.backup(to)
    except sqlite3.Error as error:
        raise StoreUnusable(f"{source}: cannot be copied to {target} ({error}); look at both") from error


def _check_whole(file: Path) -> None:
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
            found = connection.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.Error as error:
        found = str(error)
    if found != "ok":
        raise StoreUnusable(f"{file}: the copy is damaged ({found}); name another")


def _run(program: str, url: URL, *arguments: str | Path) -> None:
    """One of PostgreSQL's programs, told the password where other users of the machine cannot see it."""
    found = shutil.which(program)
    if found is None:
        raise StoreUnusable(
            f"{program} is missing; install PostgreSQL's client, as by `apt-get install postgresql-client`"
        )
    command = [found, *map(str, arguments), *_connect(program, url)]
    environment = {**os.environ, "PGPASSWORD": url.password or os.environ.get("PGPASSWORD", "")}
    done = subprocess.run(  # noqa: S603  no shell; the settings' address and a file that the operator named
        command, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise StoreUnusable(f"{program} failed: {done.stderr.strip().splitlines()[-1]}; mend that and run it again")


def _connect(program: str, url: URL) -> Sequence[str]:
    name = [f"--dbname={url.database}"] if program == "pg_restore" else [str(url.database)]
    given = {"host": url.host, "port": url.port, "username": url.username}
    return [*(f"--{option}={value}" for option, value in given.items() if value), *name]
