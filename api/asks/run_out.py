"""Holds that have run out: told once, to the advisor and to the expert's organisation."""

from collections.abc import Iterator
from datetime import datetime

from api.asks.letters import write_let_go, write_run_out
from api.asks.names import Names
from api.outbox.letter import Letter
from api.outbox.send import keep_letters
from api.store.cases.events import record_event
from api.store.cases.find_case import find_case
from api.store.cases.letters import BY_OUTBOX
from api.store.cases.tables import CaseAsk
from api.store.database import Database
from api.store.experts.asking import find_booking_address, find_email
from api.store.experts.bookings import list_run_out
from api.store.experts.tables import Booking
from api.store.session import Session


def tell_run_out(database: Database, names: Names, base_url: str, now: datetime) -> list[str]:
    """The ids of the letters, kept with the mark that it is told: whoever is killed tells neither twice nor never.

    base_url : what the addresses in letters begin with, empty for no letters: then the case alone tells of it
    """
    with database.session() as session:
        return [
            letter_id for row in list_run_out(session, now) for letter_id in _tell(session, row, names, base_url, now)
        ]


def _tell(session: Session, row: Booking, names: Names, base_url: str, now: datetime) -> list[str]:
    row.run_out_told = now
    record_event(session, row.case_id, "case.run_out", BY_OUTBOX, now, row.expert_slug)
    letters = _write(session, row, names, base_url) if base_url else ()
    return keep_letters(session, row.case_id, letters, now)


def _write(session: Session, row: Booking, names: Names, base_url: str) -> Iterator[Letter]:
    """To who asked, who held the hours and who has the case; and to the organisation."""
    case, expert = find_case(session, row.case_id), names.expert(row.expert_slug)
    ask = session.get(CaseAsk, row.ask_id) if row.ask_id else None
    link = f"{base_url}/arenden/{case.id}/experter"
    for account_id in dict.fromkeys([ask.asked_by if ask else None, row.changed_by, case.advisor_id]):
        if to := find_email(session, account_id):
            yield write_run_out(row, to, expert, case.code, link)
    if to := find_booking_address(session, row):
        yield write_let_go(row, to, expert, case.code)
