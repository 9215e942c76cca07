"""`kb case receive`: a message of standard input filed in its case, with exit codes that a mail server understands."""

import io
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from api.accounts.invite import list_accounts
from api.case_mail.reply_address import write_reply_address
from api.outbox.letter import Letter
from api.outbox.send import keep_letters
from api.settings import Settings
from api.store.cases.thread.messages import list_messages
from api.store.database import Database
from tests.api.case_mail.test_read_mail import make_mail
from tests.api.store.cases.made import make_case, read_case
from tests.fakes.moments import NOON
from tests.mail import run_mail_server
from tests.store import EMAIL, make_account

Run = Callable[..., tuple[int, str, str]]
BOX = "arenden@example.se"


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    """The database that the verb uses."""
    monkeypatch.setenv("KB_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("KB_CASE_MAIL", BOX)
    return Database(Settings(state=tmp_path / "state").places)


@pytest.fixture
def case_id(database: Database) -> str:
    make_account(database)
    return make_case(database)


@pytest.fixture
def give(run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str, str]]:
    """Run the verb with a message on standard input."""

    def give_message(raw: bytes, *arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        return run("case", "receive", *arguments)

    return give_message


def address_of(database: Database, case_id: str) -> str:
    """Where the one account answers."""
    (account,) = list_accounts(database)
    return write_reply_address(database.vault, BOX, case_id, read_case(database, case_id).code, account.id)


def test_a_message_is_filed_once(give: Run, database: Database, case_id: str) -> None:
    mail = make_mail("Tisdag passar.", From=EMAIL, To=address_of(database, case_id)).as_bytes()
    assert give(mail) == (0, "filed\n", "")
    assert give(mail) == (0, "known\n", "")
    with database.reading() as session:
        assert [message.text for message in list_messages(session, case_id)] == ["Tisdag passar."]
    database.close()


def test_the_recipient_of_the_envelope_can_be_told(give: Run, database: Database, case_id: str) -> None:
    assert give(make_mail(From=EMAIL).as_bytes(), "--to", address_of(database, case_id))[0] == 0
    database.close()


@pytest.mark.parametrize(
    ("text", "sender", "to", "code", "told"),
    [
        ("Hej", EMAIL, BOX, 67, "the message is to no case"),
        ("Hej", "bo@example.se", "", 77, "from another address"),
        ("Mvh Anna", EMAIL, "", 65, "was not taken"),
    ],
)
def test_what_is_refused_exits_with_a_code_and_one_line(
    give: Run, database: Database, case_id: str, text: str, sender: str, to: str, code: int, told: str
) -> None:
    mail = make_mail(text, From=sender, To=to or address_of(database, case_id))
    exit_code, out, err = give(mail.as_bytes())
    assert (exit_code, out, err.count("\n")) == (code, "", 1)
    assert told in err
    database.close()


def test_a_database_that_does_not_answer_is_asked_again_later(give: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_CASE_MAIL", BOX)
    monkeypatch.setenv("KB_DATABASE_URL", "postgresql://kb@127.0.0.1:1/none")
    assert give(make_mail().as_bytes())[0] == 75


def test_without_a_mailbox_nothing_is_received(give: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KB_CASE_MAIL", raising=False)
    code, _, err = give(make_mail().as_bytes())
    assert (code, "KB_CASE_MAIL" in err) == (2, True)


def test_letters_that_wait_are_told_without_whom_they_are_for_and_sent_when_asked(
    run: Run, database: Database, case_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.session() as session:
        keep_letters(session, case_id, [Letter("est@example.se", "Ärende", "Hej")], NOON)
    database.close()
    monkeypatch.setattr("cli.commands.case.read_now", lambda: NOON + timedelta(hours=1))
    code, out, err = run("case", "mail")
    told = f"{read_case(database, case_id).code}  written 2026-11-22 12:00 UTC  0 tries  next 2026-11-22 12:05 UTC\n"
    assert (code, out, err) == (0, told, "1 letters wait\n")
    assert run("case", "mail", "--send")[0] == 2
    with run_mail_server() as mailbox:
        monkeypatch.setenv("KB_MAIL_SERVER", mailbox.url)
        assert run("case", "mail", "--send") == (0, "", "1 letters were sent\n0 letters wait\n")
        assert [message["To"] for message in mailbox.messages] == ["est@example.se"]
    database.close()
