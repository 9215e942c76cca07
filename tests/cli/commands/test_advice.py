"""`kb advice`: advice taken out, and follow-ups sent, on the database of the service."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from api.settings import Settings
from api.store.audit import AuditEntry
from api.store.database import Database
from tests.api.advised_case import AdvisedCase, save_advised_case
from tests.mail import run_mail_server

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    """The database that the verbs use."""
    monkeypatch.setenv("KB_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("KB_SNAPSHOTS", str(tmp_path / "snapshots"))
    return Database(Settings(state=tmp_path / "state").places)


@pytest.fixture
def case(database: Database) -> AdvisedCase:
    case = save_advised_case(database)
    database.close()
    return case


def test_advice_is_taken_out_without_what_was_written_and_that_is_logged(
    run: Run, case: AdvisedCase, database: Database
) -> None:
    code, out, err = run("advice", "export", "--from", "2026-11-01", "--to", "2026-11-30")
    assert (code, err, len(out.splitlines())) == (0, "1 from 2026-11-01 to 2026-11-30\n", 2)
    assert ";1490;" in out
    assert "SSPF" not in out
    with database.reading() as session:
        read = session.scalars(select(AuditEntry.thing).where(AuditEntry.action == "advice.exported"))
        assert read.all() == [case.id]
    database.close()


def test_it_is_taken_out_for_a_program_with_what_was_written(run: Run, case: AdvisedCase) -> None:
    _, out, _ = run("advice", "export", "--format", "json", "--texts", "--county", "14")
    assert json.loads(out)[0]["offered"] == "Genomgång av SSPF."
    assert json.loads(run("advice", "export", "--format", "json", "--county", "01")[1]) == []
    assert run("advice", "export", "--county", "Skåne")[0] == 2


def test_follow_ups_need_a_mail_server_and_an_address(
    run: Run, case: AdvisedCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, _, err = run("advice", "follow-up")
    assert (code, "set KB_MAIL_SERVER and KB_PUBLIC_URL" in err) == (2, True)
    with run_mail_server() as mailbox:
        monkeypatch.setenv("KB_MAIL_SERVER", mailbox.url)
        monkeypatch.setenv("KB_PUBLIC_URL", "https://stod.example.se")
        assert run("advice", "follow-up")[:2] == (0, "0 links were sent\n")
