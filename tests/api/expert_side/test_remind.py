"""Organisations are reminded of calendars that nobody has confirmed for sixty days, once."""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

from api.accounts.mail import MailServer
from api.expert_side.remind import Sender, remind_stale
from api.store.database import Database
from api.store.experts.calendars import ToldCalendar, confirm_calendar, save_calendar
from tests.builders import TODAY
from tests.fakes.moments import NOON
from tests.mail import Mailbox
from tests.store import make_account

SLUG, ADDRESS, OTHER = "tranemo-est", "trygghet@tranemo.example.se", "deputy@tranemo.example.se"
BASE = "https://stod.example.se"


@pytest.fixture
def told(database: Database) -> str:
    """The account of an organisation that has told its time today."""
    account = make_account(database, ADDRESS, "expert", scope_kind="expert", scope_code=SLUG)
    with database.session() as session:
        save_calendar(session, SLUG, ToldCalendar(20, 2, ()), account, NOON, TODAY)
    return account


def remind(database: Database, mailbox: Mailbox, today: date) -> list[str]:
    """To whom messages were sent."""
    before = len(mailbox.messages)
    remind_stale(database, Sender(MailServer(mailbox.url, "till@example.se"), BASE), today, NOON)
    return sorted(message["To"] for message in mailbox.messages[before:])


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


def test_it_is_sent_after_sixty_days_and_once(database: Database, mailbox: Mailbox, told: str) -> None:
    assert [remind(database, mailbox, after(days)) for days in (59, 60, 61, 90)] == [[], [ADDRESS], [], []]


def test_it_is_sent_again_sixty_days_after_the_next_confirmation(
    database: Database, mailbox: Mailbox, told: str
) -> None:
    remind(database, mailbox, after(60))
    with database.session() as session:
        confirm_calendar(session, SLUG, told, NOON, after(61))
    assert [remind(database, mailbox, after(days)) for days in (62, 120, 121)] == [[], [], [ADDRESS]]


def test_it_says_when_it_was_confirmed_and_when_it_is_hidden(database: Database, mailbox: Mailbox, told: str) -> None:
    remind(database, mailbox, after(60))
    (message,) = mailbox.messages
    text = message.get_content()
    assert message["Subject"] == "Påminnelse från Till handling"
    assert f"{BASE}/min-kalender" in text
    assert str(TODAY) in text
    assert str(after(91)) in text
    assert "You last confirmed" in text


def test_all_who_answer_for_the_profile_get_it_and_nobody_else(database: Database, mailbox: Mailbox, told: str) -> None:
    make_account(database, OTHER, "expert", scope_kind="expert", scope_code=SLUG)
    make_account(database, "borta@example.se", "expert", scope_kind="expert", scope_code=SLUG, disabled=NOON)
    make_account(database, "annan@example.se", "expert", scope_kind="expert", scope_code="annan")
    assert remind(database, mailbox, after(60)) == sorted([ADDRESS, OTHER])


def test_two_processes_send_one_message(database: Database, mailbox: Mailbox, told: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: remind(database, mailbox, after(60)), range(4)))
    assert len(mailbox.messages) == 1


def test_what_the_mail_server_refuses_is_tried_again_and_logged_without_the_address(
    database: Database, mailbox: Mailbox, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    mailbox.refuses = True
    assert remind(database, mailbox, after(60)) == []
    mailbox.refuses = False
    assert remind(database, mailbox, after(61)) == [ADDRESS]
    assert ADDRESS not in "".join(told.getMessage() for told in caplog.records if told.name.startswith("api"))
    assert any(told.levelno == logging.ERROR for told in caplog.records)
