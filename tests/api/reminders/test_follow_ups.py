"""Follow-ups leave by mail: to who asked, the link once and once more, without a word of the case."""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest

from api.accounts.mail import MailServer
from api.reminders.follow_ups import send_follow_ups
from api.reminders.send import Post
from api.store.accounts import Account
from api.store.cases.follow_up_links import find_by_link
from api.store.cases.tables import Case
from api.store.database import Database
from tests.api.store.cases.advised import answer, make_done
from tests.mail import Mailbox
from tests.store import make_account

BASE = "https://stod.example.se"
ANNA, BO = "anna@alvdala.example.se", "bo@alvdala.example.se"
FIRST = date(2027, 2, 20)
DAY = timedelta(days=1)


@pytest.fixture
def anna(database: Database) -> str:
    return make_account(database, ANNA)


@pytest.fixture
def case_id(database: Database, anna: str) -> str:
    """A case that Anna sent, done three months before FIRST."""
    with database.session() as session:
        return make_done(session, by=anna)


def send(database: Database, mailbox: Mailbox, today: date = FIRST) -> list[str]:
    """To whom messages were sent on the day."""
    before = len(mailbox.messages)
    now = datetime(today.year, today.month, today.day, 6, tzinfo=UTC)
    send_follow_ups(database, Post(MailServer(mailbox.url, "till@example.se"), BASE), today, now)
    return sorted(message["To"] for message in mailbox.messages[before:])


def test_who_asked_is_mailed_on_the_day_and_once_more(database: Database, mailbox: Mailbox, case_id: str) -> None:
    days = (-1, 0, 1, 13, 14, 15, 59)
    assert [send(database, mailbox, FIRST + n * DAY) for n in days] == [[], [ANNA], [], [], [ANNA], [], []]
    assert send(database, mailbox, date(2027, 11, 20)) == [ANNA]


def test_the_link_of_the_message_works_and_the_message_has_nothing_of_the_case(
    database: Database, mailbox: Mailbox, case_id: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    send(database, mailbox)
    (message,) = mailbox.messages
    text = message.get_content()
    link = next(line for line in text.splitlines() if line.startswith(f"{BASE}/uppfoljning/"))
    with database.reading() as session:
        assert find_by_link(session, link.split("/")[-1], datetime(2027, 2, 21, tzinfo=UTC)).case_id == case_id
        code = session.get_one(Case, case_id).code
    assert message["Subject"] == "Uppföljning från Till handling"
    assert f"För 3 månader sedan avslutades ärende {code}" in text
    assert "Länken fungerar till och med 2027-04-20" in text
    assert "was done 3 months ago" in text
    assert not any(word in text for word in ("rekryteras", "SSPF", "Torget"))
    logged = "".join(told.getMessage() for told in caplog.records if told.name != "mail.log")
    assert not any(word in logged for word in (ANNA, link.split("/")[-1]))


def test_who_has_answered_is_not_mailed(database: Database, mailbox: Mailbox, case_id: str) -> None:
    with database.session() as session:
        answer(session, case_id)
    assert send(database, mailbox) == []


def test_where_who_asked_is_gone_the_other_coordinators_are_mailed(
    database: Database, mailbox: Mailbox, case_id: str, anna: str
) -> None:
    make_account(database, BO)
    make_account(database, "elsewhere@example.se", scope_code="0180")
    make_account(database, "expert@example.se", "expert", scope_kind="expert", scope_code="est-stod")
    with database.session() as session:
        session.get_one(Account, anna).disabled = datetime(2027, 1, 1, tzinfo=UTC)
    assert send(database, mailbox) == [BO]


def test_where_nobody_is_left_it_waits_for_somebody(database: Database, mailbox: Mailbox) -> None:
    with database.session() as session:
        make_done(session)
    assert send(database, mailbox) == []
    make_account(database, BO)
    assert send(database, mailbox, FIRST + DAY) == [BO]


def test_two_processes_send_one_message(database: Database, mailbox: Mailbox, case_id: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: send(database, mailbox), range(4)))
    assert [message["To"] for message in mailbox.messages] == [ANNA]


def test_what_a_mail_server_refuses_is_sent_the_next_day_and_logged_without_a_name(
    database: Database, mailbox: Mailbox, case_id: str, caplog: pytest.LogCaptureFixture
) -> None:
    mailbox.refuses = True
    assert send(database, mailbox) == []
    told = [record.getMessage() for record in caplog.records if record.name.startswith("api")]
    assert [line.startswith("a follow-up was not sent: the mail server") for line in told] == [True]
    assert ANNA not in told[0]
    mailbox.refuses = False
    assert send(database, mailbox, FIRST + DAY) == [ANNA]
    mailbox.refuses = True
    assert send(database, mailbox, FIRST + 15 * DAY) == []
    mailbox.refuses = False
    assert send(database, mailbox, FIRST + 16 * DAY) == [ANNA]
