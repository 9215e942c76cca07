"""`kb plans`: saved plans listed, shown, taken out and in, and reminders sent, on the database of the service."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from api.settings import Settings
from api.store.audit import AuditEntry
from api.store.database import Database
from tests.api.whole_plan import save_whole_plan
from tests.mail import run_mail_server

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    """The database that the verbs use."""
    monkeypatch.setenv("KB_STATE", str(tmp_path / "state"))
    return Database(Settings(state=tmp_path / "state").places)


@pytest.fixture
def plan_id(database: Database) -> str:
    """A saved plan."""
    plan = save_whole_plan(database, "Tryggare\ntorg")
    database.close()
    return plan.id


def test_plans_are_listed_and_found_by_words(run: Run, plan_id: str) -> None:
    code, out, err = run("plans", "list")
    assert (code, err) == (0, "1 of 1 plans\n")
    assert out.rstrip().split("\t") == [plan_id, "1490", "draft", "3", "2026-11-22", "Tryggare torg"]
    assert run("plans", "list", "--query", "hamnen")[1:] == ("", "0 of 0 plans\n")


def test_a_plan_is_shown_field_by_field_and_that_is_logged(run: Run, plan_id: str, database: Database) -> None:
    _, out, _ = run("plans", "show", plan_id)
    assert "problems/1/cause\tTryggare\\ntorg\n" in out
    with database.reading() as session:
        assert [entry.thing for entry in session.scalars(select(AuditEntry)) if entry.action == "plan.read"] == [
            plan_id
        ]
    database.close()


def test_a_plan_that_is_not_there_is_told(run: Run, database: Database) -> None:
    code, _, err = run("plans", "show", "nope")
    assert (code, "there is no such plan" in err) == (1, True)


def test_what_is_exported_is_imported_as_another_plan(
    run: Run, plan_id: str, tmp_path: Path, small_snapshots: Path
) -> None:
    file = tmp_path / "plan.json"
    assert run("plans", "export", plan_id, file)[2] == f"{file}: version 3\n"
    arguments = ("plans", "import", file, "--snapshots", small_snapshots, "--municipality")
    code, out, _ = run(*arguments, "Borås")
    assert (code, out.strip() != plan_id) == (0, True)
    first, second = (run("plans", "show", made)[1].split("\n", 1)[1] for made in (plan_id, out.strip()))
    assert first == second
    assert run(*arguments, "Atlantis")[0] == 1
    assert run("plans", "import", tmp_path / "nope.json", "--municipality", "Borås")[0] == 1


def test_reminders_need_a_mail_server_and_an_address(run: Run, plan_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code, _, err = run("plans", "remind")
    assert (code, "set KB_MAIL_SERVER and KB_PUBLIC_URL" in err) == (2, True)
    with run_mail_server() as mailbox:
        monkeypatch.setenv("KB_MAIL_SERVER", mailbox.url)
        monkeypatch.setenv("KB_PUBLIC_URL", "https://stod.example.se")
        assert run("plans", "remind")[:2] == (0, "0 messages were sent\n")
