"""A letter of a case is not lost while the mail server is away, nor by a kill, and is sent twice at most."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from api.accounts.mail import CalendarPart, MailServer
from api.outbox.letter import Letter, pack_letter, unpack_letter
from api.outbox.send import keep_letters, send_due, send_written
from api.store.cases.erase import erase_ended
from api.store.cases.letters import LASTS, WAITS, CaseLetter, drop_letters, list_letters
from api.store.cases.list_events import list_events
from api.store.database import Database
from tests.api.store.cases.made import make_case
from tests.fakes.moments import NOON
from tests.mail import Mailbox

ADDRESS = "est@example.se"
LETTER = Letter(ADDRESS, "Ärende", "Hej!", CalendarPart("REQUEST", b"BEGIN:VCALENDAR\r\n"), "svar@example.se", "b" * 32)


@pytest.fixture
def mail(mailbox: Mailbox) -> MailServer:
    return MailServer(mailbox.url, "kb@example.se")


@pytest.fixture
def case_id(database: Database) -> str:
    return make_case(database)


def keep(database: Database, case_id: str, letter: Letter = LETTER) -> list[str]:
    with database.session() as session:
        return keep_letters(session, case_id, [letter], NOON)


def wait(database: Database) -> list[tuple[int, datetime]]:
    """Tries and next try of each that waits."""
    with database.reading() as session:
        return [(row.n_tries, row.next_try) for row in list_letters(session)]


def test_a_letter_is_the_same_when_it_was_kept() -> None:
    for letter in (LETTER, Letter(ADDRESS, "Ärende", "Hej!")):
        kept = unpack_letter(letter.to, pack_letter(letter))
        assert (kept.subject, kept.text, kept.calendar) == (letter.subject, letter.text, letter.calendar)
        assert (kept.to, kept.reply_to) == (letter.to, letter.reply_to)


def test_it_leaves_at_once_and_nothing_of_it_stays(
    database: Database, case_id: str, mail: MailServer, mailbox: Mailbox
) -> None:
    assert send_written(database, mail, keep(database, case_id), NOON) == 1
    (message,) = mailbox.messages
    assert (message["To"], message["Reply-To"]) == (ADDRESS, "svar@example.se")
    assert wait(database) == []


def test_it_lies_encrypted(database: Database, case_id: str) -> None:
    keep(database, case_id)
    with database.engine.connect() as connection:
        stored = str(connection.execute(text("SELECT * FROM case_letters")).all())
    assert not any(words in stored for words in (ADDRESS, "Hej!", "Ärende"))


def test_while_the_server_is_away_it_is_tried_again_after_longer_and_longer(
    database: Database, case_id: str, mail: MailServer, mailbox: Mailbox, caplog: pytest.LogCaptureFixture
) -> None:
    mailbox.refuses = True
    assert send_written(database, mail, keep(database, case_id), NOON) == 0
    assert wait(database) == [(1, NOON + WAITS[0])]
    assert send_due(database, mail, NOON + timedelta(minutes=4)) == 0
    assert wait(database) == [(1, NOON + WAITS[0])]
    later = NOON + WAITS[0]
    assert send_due(database, mail, later) == 0
    assert wait(database) == [(2, later + WAITS[1])]
    mailbox.refuses = False
    assert send_due(database, mail, later + WAITS[1]) == 1
    assert (wait(database), len(mailbox.messages)) == ([], 1)
    assert ADDRESS not in "".join(record.getMessage() for record in caplog.records if record.name != "mail.log")


def test_after_three_days_it_is_given_up_and_the_case_tells_of_it(
    database: Database, case_id: str, mail: MailServer, mailbox: Mailbox
) -> None:
    mailbox.refuses = True
    send_written(database, mail, keep(database, case_id), NOON)
    tries = []
    while waiting := wait(database):
        tries.append(waiting[0][1] - NOON)
        send_due(database, mail, waiting[0][1])
    assert (tries[-1], len(tries)) == (
        LASTS,
        11,
    )  # 5, 15, 60, 180, 360 minutes, then 720 each
    with database.reading() as session:
        (event,) = [event for event in list_events(session, case_id) if event.what == "case.mail_lost"]
    assert event.note == ADDRESS


def test_who_is_killed_before_the_letter_left_loses_none(
    database: Database, case_id: str, mail: MailServer, mailbox: Mailbox
) -> None:
    keep(database, case_id)  # and was killed
    assert send_due(database, mail, NOON) == 0
    assert send_due(database, mail, NOON + WAITS[0]) == 1
    assert send_due(database, mail, NOON + timedelta(days=1)) == 0
    assert len(mailbox.messages) == 1


def test_who_is_killed_after_it_left_sends_it_once_more(
    database: Database, case_id: str, mail: MailServer, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = keep(database, case_id)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("api.outbox.send.drop_letter", _die)
        send_written(database, mail, ids, NOON)
    assert send_due(database, mail, NOON + WAITS[0]) == 1
    assert send_due(database, mail, NOON + timedelta(days=1)) == 0
    assert len(mailbox.messages) == 2


def test_two_processes_never_have_the_same_letter(
    database: Database, case_id: str, mail: MailServer, mailbox: Mailbox
) -> None:
    ids = keep(database, case_id)
    assert [send_written(database, mail, ids, NOON) for _ in range(2)] == [1, 0]


def test_what_is_taken_back_is_not_told(database: Database, case_id: str) -> None:
    keep(database, case_id)
    with database.session() as session:
        drop_letters(session, "b" * 32)
    assert wait(database) == []
    with pytest.raises(ZeroDivisionError), database.session() as session:
        keep_letters(session, case_id, [LETTER], NOON)
        raise ZeroDivisionError
    assert wait(database) == []


def test_a_case_that_is_erased_takes_its_letters_with_it(database: Database) -> None:
    case_id = make_case(database)
    keep(database, case_id)
    with database.session() as session:
        session.execute(text("UPDATE cases SET state = 'done', closed = '2020-01-01 00:00:00+00:00'"))
        erase_ended(session, NOON)
    with database.reading() as session:
        assert session.query(CaseLetter).count() == 0


def _die(*_: object) -> None:
    raise KeyboardInterrupt
