"""Messages handed to a real server."""

import logging

import pytest

from api.access.errors import MailNotSent
from api.accounts.mail import MailServer
from api.accounts.send_link import send_link
from api.store.database import Database
from tests.fakes.moments import NOON
from tests.free_port import find_free_port
from tests.mail import Mailbox
from tests.store import EMAIL, make_account

SENDER = "till-handling@example.se"
BASE = "https://stod.example.se"


def test_a_message_comes_through_whole(mailbox: Mailbox) -> None:
    MailServer(mailbox.url, SENDER).send(EMAIL, "Länk till er", "Hej på er.\n")
    (message,) = mailbox.messages
    assert (message["From"], message["To"], message["Subject"]) == (SENDER, EMAIL, "Länk till er")
    assert message.get_content().replace("\r\n", "\n") == "Hej på er.\n"


@pytest.mark.parametrize("is_there", [True, False])
def test_a_server_that_refuses_or_is_gone_is_told_without_the_address(mailbox: Mailbox, is_there: bool) -> None:
    mailbox.refuses = True
    url = mailbox.url if is_there else f"smtp://kb:secret@127.0.0.1:{find_free_port()}"
    with pytest.raises(MailNotSent, match="look at KB_MAIL_SERVER") as told:
        MailServer(url, SENDER).send(EMAIL, "x", "y")
    assert EMAIL not in str(told.value)
    assert "secret" not in str(told.value) + repr(MailServer(url, SENDER))


def test_a_link_is_sent_to_who_has_an_account(mailbox: Mailbox, database: Database) -> None:
    make_account(database)
    send_link(database, MailServer(mailbox.url, SENDER), EMAIL, BASE, "sv", NOON)
    (message,) = mailbox.messages
    assert message["Subject"] == "Länk till Till handling"
    assert f"{BASE}/logga-in/lank/" in message.get_content()


def test_nothing_is_sent_to_who_has_none(mailbox: Mailbox, database: Database) -> None:
    send_link(database, MailServer(mailbox.url, SENDER), EMAIL, BASE, "sv", NOON)
    assert mailbox.messages == []


def test_a_message_that_was_not_sent_is_logged_without_the_address(
    mailbox: Mailbox, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    make_account(database)
    mailbox.refuses = True
    with caplog.at_level(logging.INFO):
        send_link(database, MailServer(mailbox.url, SENDER), EMAIL, BASE, "sv", NOON)
    (told,) = [record.getMessage() for record in caplog.records if record.name != "mail.log"]  # the other server's
    assert told.startswith("no link to sign in was sent: the mail server")
    assert EMAIL not in told
