"""A hold that nobody confirmed is told once, to the advisor and to the organisation, and stands in the case."""

from datetime import timedelta

from api.accounts.mail import MailServer
from api.asks.names import Names
from api.asks.run_out import tell_run_out
from api.outbox.send import send_written
from api.store.cases.desk.assign import take_case
from api.store.cases.list_events import list_events
from api.store.database import Database
from api.store.experts.bookings import HOLD_LASTS, book, confirm_booking
from tests.api.store.experts.told import SLUG, make_wanted, new_case
from tests.fakes.moments import NOON
from tests.mail import Mailbox
from tests.store import make_account

BASE = "https://stod.example.se"
RUN_OUT = NOON + HOLD_LASTS


def hold(database: Database) -> tuple[str, str]:
    """The ids of a case and of a hold in it, of an advisor and an organisation with accounts."""
    advisor = make_account(database, "rut@lst.example.se", "advisor", scope_kind="county", scope_code="14")
    make_account(database, "est@stod.example.se", "expert", scope_kind="expert", scope_code=SLUG)
    with database.session() as session:
        case_id = new_case(session)
        take_case(session, case_id, advisor, NOON)
        row = book(session, make_wanted(case_id, held_until=RUN_OUT), advisor, NOON)
    return case_id, row.id


def test_both_are_told_once_of_it(database: Database, mailbox: Mailbox) -> None:
    case_id, _ = hold(database)
    assert tell_run_out(database, Names(None), BASE, RUN_OUT - timedelta(seconds=1)) == []
    ids = tell_run_out(database, Names(None), BASE, RUN_OUT)
    assert tell_run_out(database, Names(None), BASE, RUN_OUT + timedelta(days=1)) == []
    assert send_written(database, MailServer(mailbox.url, "kb@example.se"), ids, RUN_OUT) == 2
    told = {message["To"]: message.get_content() for message in mailbox.messages}
    assert set(told) == {"rut@lst.example.se", "est@stod.example.se"}
    assert f"{BASE}/arenden/{case_id}/experter" in told["rut@lst.example.se"]
    assert BASE not in told["est@stod.example.se"]
    with database.reading() as session:
        assert [event.note for event in list_events(session, case_id) if event.what == "case.run_out"] == [SLUG]


def test_what_was_confirmed_in_time_is_not_told(database: Database) -> None:
    case_id, booking_id = hold(database)
    with database.session() as session:
        confirm_booking(session, case_id, booking_id, "a" * 32, NOON)
    assert tell_run_out(database, Names(None), BASE, RUN_OUT) == []


def test_without_mail_the_case_alone_tells_of_it(database: Database) -> None:
    case_id, _ = hold(database)
    assert tell_run_out(database, Names(None), "", RUN_OUT) == []
    with database.reading() as session:
        assert "case.run_out" in {event.what for event in list_events(session, case_id)}
