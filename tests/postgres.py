"""A PostgreSQL server of the tests' own: Debian's, in a folder that is thrown away, on a port of its own."""

import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.free_port import find_free_port

PROGRAMS = Path("/usr/lib/postgresql")
UNPRIVILEGED = "postgres"
"""PostgreSQL refuses to run as root; Debian's package makes this user."""
SETTINGS = "-c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=40"


@dataclass(frozen=True, slots=True)
class PostgresServer:
    port: int

    def address(self, database: str) -> str:
        return f"postgresql://kb@127.0.0.1:{self.port}/{database}"

    def make_database(self, name: str, template: str) -> None:
        """A copy of the template; it stays as long as the server."""
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())

    @contextmanager
    def new_database(self, template: str) -> Iterator[str]:
        """The address of a database that is a copy of the template; dropped afterwards."""
        name = f"t_{secrets.token_hex(6)}"
        self.make_database(name, template)
        try:
            yield self.address(name)
        finally:
            with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@contextmanager
def run_postgres() -> Iterator[PostgresServer]:
    """A server that runs until the block ends."""
    programs, port = _find_programs(), find_free_port()
    folder = Path(tempfile.mkdtemp(prefix="kb-postgres-"))
    _give_away(folder)
    data = folder / "data"
    try:
        _run(programs / "initdb", "-D", data, "-U", "kb", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-p {port} -k {folder} {SETTINGS}"
        _run(programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
        try:
            yield PostgresServer(port)
        finally:
            _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _find_programs() -> Path:
    """The folder of initdb and pg_ctl, of the newest version."""
    found = sorted(PROGRAMS.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if not found:
        raise FileNotFoundError(
            "no PostgreSQL; `apt-get install postgresql`, or leave these tests out: pytest -m 'not slow'"
        )
    return found[-1].parent


def _is_root() -> bool:
    return os.geteuid() == 0


def _give_away(folder: Path) -> None:
    if _is_root():
        user = pwd.getpwnam(UNPRIVILEGED)
        os.chown(folder, user.pw_uid, user.pw_gid)


def _run(program: Path, *arguments: str | Path) -> None:
    as_user: Sequence[str] = ("runuser", "-u", UNPRIVILEGED, "--") if _is_root() else ()
    command = [*as_user, str(program), *map(str, arguments)]
    subprocess.run(command, cwd="/", check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
