"""Reminders: to who is responsible or writes the plan, each once, without a word of the plan."""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

from api.accounts.mail import MailServer
from api.reminders.mute import list_reminded, set_muted
from api.reminders.send import Post, send_due
from api.store.accounts import Account
from api.store.database import Database
from api.store.plans.adopt import adopt_plan, revise_plan
from api.store.plans.erase import erase_plan
from api.store.plans.save import save_fields
from tests.api.store.plans.saved import save_new
from tests.fakes.moments import NOON
from tests.kb.plans.working.small_work import MEASURE
from tests.mail import Mailbox
from tests.store import make_account

BASE = "https://stod.example.se"
ANNA, BO, ADVISOR = "anna@alvdala.example.se", "bo@alvdala.example.se", "r@lst.example.se"
END = date(2027, 3, 31)
CANARY = "Zebrafinken"


@pytest.fixture
def anna(database: Database) -> str:
    return make_account(database, ANNA)


@pytest.fixture
def plan(database: Database, anna: str) -> str:
    """An adopted plan that Anna has written, with a measure that ends."""
    plan_id = save_new(database)
    write(database, plan_id, anna, {f"{MEASURE}/decision": "chosen", f"{MEASURE}/end": str(END), "title": CANARY})
    with database.session() as session:
        adopt_plan(session, plan_id, 1, (NOON.date(), CANARY, ""), anna, NOON)
    return plan_id


def write(database: Database, plan_id: str, by: str, edits: dict[str, str], base: int = 0) -> None:
    with database.session() as session:
        save_fields(session, plan_id, base, edits, by, NOON)


def send(database: Database, mailbox: Mailbox, today: date = END) -> list[str]:
    """To whom messages were sent."""
    before = len(mailbox.messages)
    send_due(database, Post(MailServer(mailbox.url, "till@example.se"), BASE), today, NOON)
    return sorted(message["To"] for message in mailbox.messages[before:])


def test_who_writes_the_plan_is_reminded_once_before_and_once_after(
    database: Database, mailbox: Mailbox, plan: str
) -> None:
    days = (8, 7, 6, 0, -1, -2)
    sent = [send(database, mailbox, END - timedelta(days=day)) for day in days]
    assert sent == [[], [ANNA], [], [], [ANNA], []]


def test_a_message_has_kinds_days_and_the_address_and_nothing_of_the_plan(
    database: Database, mailbox: Mailbox, plan: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    send(database, mailbox)
    (message,) = mailbox.messages
    text = message.get_content()
    assert message["Subject"] == "Påminnelse från Till handling"
    assert f"{BASE}/planer/{plan}" in text
    assert "En åtgärd ska vara klar 2027-03-31." in text
    assert "A measure is to be done by 2027-03-31." in text
    assert CANARY not in str(message) + text
    assert CANARY not in "".join(told.getMessage() for told in caplog.records if told.name != "mail.log")


def test_all_that_is_due_comes_in_one_message(database: Database, mailbox: Mailbox, plan: str, anna: str) -> None:
    other = save_new(database)
    with database.session() as session:
        save_fields(session, other, 0, {"follow_up": "2027-04-20"}, anna, NOON)
        adopt_plan(session, other, 1, (NOON.date(), "KS", ""), anna, NOON)
    assert send(database, mailbox) == [ANNA]
    assert "Planen ska följas upp senast 2027-04-20 (6 §)." in mailbox.messages[0].get_content()


def test_two_processes_send_one_message(database: Database, mailbox: Mailbox, plan: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: send(database, mailbox), range(4)))
    assert [message["To"] for message in mailbox.messages] == [ANNA]


def test_who_is_responsible_by_address_is_reminded_instead(
    database: Database, mailbox: Mailbox, plan: str, anna: str
) -> None:
    make_account(database, BO)
    with database.session() as session:
        revise_plan(session, plan)
    write(database, plan, anna, {f"{MEASURE}/responsible": f" {BO.upper()}"}, 1)
    assert send(database, mailbox) == [BO]


@pytest.mark.parametrize("responsible", ["Fritidschefen", "nobody@example.se", ADVISOR])
def test_a_role_or_an_address_that_may_not_read_the_plan_leaves_it_to_its_writers(
    database: Database, mailbox: Mailbox, anna: str, responsible: str
) -> None:
    make_account(database, ADVISOR, "advisor", scope_kind="county", scope_code="14")
    plan_id = save_new(database)
    edits = {f"{MEASURE}/decision": "chosen", f"{MEASURE}/end": str(END), f"{MEASURE}/responsible": responsible}
    write(database, plan_id, anna, edits)
    with database.session() as session:
        adopt_plan(session, plan_id, 1, (NOON.date(), "KS", ""), anna, NOON)
    assert send(database, mailbox) == [ANNA]


def test_where_no_writer_is_left_the_coordinators_are_reminded(
    database: Database, mailbox: Mailbox, plan: str, anna: str
) -> None:
    make_account(database, BO)
    make_account(database, "elsewhere@example.se", scope_code="0180")
    with database.session() as session:
        session.get_one(Account, anna).disabled = NOON
    assert send(database, mailbox) == [BO]


def test_who_wants_none_of_a_plan_gets_none_until_it_does(
    database: Database, mailbox: Mailbox, plan: str, anna: str
) -> None:
    with database.session() as session:
        assert [(told.id, told.title, told.is_muted) for told in list_reminded(session, anna)] == [
            (plan, CANARY, False)
        ]
        set_muted(session, anna, plan, is_muted=True)
        assert [told.is_muted for told in list_reminded(session, anna)] == [True]
    assert send(database, mailbox) == []
    with database.session() as session:
        set_muted(session, anna, plan, is_muted=False)
    assert send(database, mailbox) == [ANNA]


def test_a_plan_of_others_is_not_muted(database: Database, plan: str) -> None:
    bo = make_account(database, BO)
    with database.session() as session:
        set_muted(session, bo, plan, is_muted=True)
        assert list_reminded(session, bo) == []


def test_what_a_mail_server_refuses_is_sent_the_next_day_and_logged_without_a_name(
    database: Database, mailbox: Mailbox, plan: str, caplog: pytest.LogCaptureFixture
) -> None:
    mailbox.refuses = True
    assert send(database, mailbox) == []
    told = [record.getMessage() for record in caplog.records if record.name.startswith("api")]
    assert [line.startswith("a reminder was not sent: the mail server") for line in told] == [True]
    assert ANNA not in told[0]
    mailbox.refuses = False
    assert send(database, mailbox, END + timedelta(days=1)) == [ANNA]


def test_drafts_and_erased_plans_remind_nobody(database: Database, mailbox: Mailbox, plan: str, anna: str) -> None:
    draft = save_new(database)
    write(database, draft, anna, {"follow_up": str(END)})
    with database.session() as session:
        erase_plan(session, plan, anna, NOON)
    assert send(database, mailbox) == []
