"""`kb account`, `kb key` and `kb database`, on SQLite; what they call is told on both engines in tests/api."""

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from api.accounts.keys import find_key
from api.accounts.links import LINK_PATH, use_link
from api.settings import Settings
from api.store.accounts import ROLES as KNOWN_ROLES
from api.store.api_keys import KeyScope
from api.store.database import Database
from api.store.migrate import list_revisions
from cli.commands.account import LOCAL, ROLES
from cli.commands.key import SCOPES
from cli.given.store import read_now

Run = Callable[..., tuple[int, str, str]]
EMAIL = "anna@alvdala.example.se"


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    """The database that the verbs use."""
    monkeypatch.setenv("KB_STATE", str(tmp_path / "state"))
    return Database(Settings(state=tmp_path / "state").places)


def test_the_words_of_the_command_are_those_of_the_store() -> None:
    assert (KNOWN_ROLES, get_args(KeyScope)) == (ROLES, SCOPES)


def test_who_is_invited_gets_a_link_that_signs_in(run: Run, database: Database) -> None:
    code, out, err = run("account", "invite", EMAIL, "--role", "editor")
    assert (code, err) == (0, f"{EMAIL} may sign in as editor\n")
    assert out.startswith(LOCAL + LINK_PATH)
    assert use_link(database, out.strip().split("/")[-1], read_now())
    database.close()


def test_a_coordinator_is_of_a_municipality_by_its_name(run: Run, small_snapshots: Path) -> None:
    arguments = ("account", "invite", EMAIL, "--role", "coordinator", "--snapshots", small_snapshots)
    code, _, err = run(*arguments, "--municipality", "Atlantis")
    assert (code, "unknown municipality 'Atlantis'" in err) == (1, True)
    code, _, err = run(*arguments)
    assert (code, "is for one municipality" in err) == (1, True)


def test_an_account_is_for_one_place(run: Run) -> None:
    code, _, err = run("account", "invite", EMAIL, "--role", "advisor", "--county", "14", "--expert", "x")
    assert (code, "give one of --municipality, --county and --expert" in err) == (2, True)


def test_accounts_are_listed_and_disabled(run: Run) -> None:
    run("account", "invite", EMAIL, "--role", "advisor", "--county", "14")
    _, out, _ = run("account", "list")
    assert out.split("\t")[:3] == [EMAIL, "advisor", "county 14"]
    assert run("account", "disable", EMAIL)[:2] == (0, f"{EMAIL} is disabled\n")
    assert "\tdisabled 2" in run("account", "list")[1]
    code, _, err = run("account", "link", EMAIL)
    assert (code, "has no account that may sign in" in err) == (1, True)


def test_the_link_has_the_address_of_the_service(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_PUBLIC_URL", "https://stod.example.se")
    run("account", "invite", EMAIL, "--role", "editor")
    assert run("account", "link", EMAIL)[1].startswith("https://stod.example.se/logga-in/lank/")


def test_a_key_is_shown_once_listed_and_revoked(run: Run, database: Database) -> None:
    _, shown, err = run("key", "create", "Intranätet", "--origin", "https://intranet.example.se")
    key_id = err.split(":")[0]
    assert find_key(database, shown.strip(), "widget", "https://intranet.example.se")
    listed = run("key", "list")[1]
    assert listed.split("\t")[:4] == [key_id, "Intranätet", "widget", "https://intranet.example.se"]
    assert shown.strip() not in listed
    assert run("key", "revoke", key_id)[:2] == (0, f"{key_id} is revoked\n")
    assert find_key(database, shown.strip(), "widget", "https://intranet.example.se") is None
    database.close()


def test_a_database_is_made_copied_and_restored(run: Run, tmp_path: Path) -> None:
    assert run("database", "upgrade")[:2] == (0, f"the schema is {list_revisions()[-1]}\n")
    run("account", "invite", EMAIL, "--role", "editor")
    file = tmp_path / "copy.db"
    assert run("database", "backup", file)[0] == 0
    run("account", "invite", "senare@example.se", "--role", "editor")
    assert run("database", "restore", file, "--yes")[0] == 0
    assert [line.split("\t")[0] for line in run("account", "list")[1].splitlines()] == [EMAIL]


def test_a_new_key_takes_over_and_the_old_one_leaves(run: Run, tmp_path: Path) -> None:
    run("account", "invite", EMAIL, "--role", "editor")
    keys = tmp_path / "state" / "store.key"
    old = keys.read_text(encoding="ascii").split()
    assert run("database", "new-key")[0] == 0
    assert keys.read_text(encoding="ascii").split()[1:] == old
    assert run("database", "reseal")[:2] == (
        0,
        "1 rows are encrypted with the first key; the others are of no more use\n",
    )
    assert keys.read_text(encoding="ascii").split() != old
    assert run("account", "list")[1].startswith(EMAIL)
    assert run("account", "link", EMAIL)[0] == 0


def test_keys_of_the_environment_are_for_the_operator_to_change(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    code, key, err = run("database", "new-key")
    assert (code, key) == (0, "")
    monkeypatch.setenv("KB_STORE_KEY", "pGvHFpFUVxqpPvGhjHBXdnOXvbSfeL0HXWHTNyKjQHM=")
    code, key, err = run("database", "new-key")
    assert (code, len(key.strip()), "put this key first in KB_STORE_KEY" in err) == (0, 44, True)


def test_a_key_of_plans_is_of_a_municipality_by_its_name(run: Run, small_snapshots: Path) -> None:
    arguments = ("key", "create", "Diariet", "--scope", "plans:read", "--snapshots", small_snapshots)
    code, _, err = run(*arguments)
    assert (code, "a key of plans is for one municipality" in err) == (1, True)
    assert run(*arguments, "--municipality", "Borås")[0] == 0
    assert run("key", "list")[1].split("\t")[1:5] == ["Diariet", "plans:read", "*", "1490"]
