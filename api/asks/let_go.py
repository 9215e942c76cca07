"""A case that has ended needs no expert: what is booked is free again, what waits for an answer is taken back."""

from fastapi import BackgroundTasks, Request

from api.asks.invitations import call_off
from api.cases.opened import CaseAsker
from api.store.cases.asks import list_asks
from api.store.experts.asking import withdraw_ask
from api.store.experts.bookings import cancel_all, list_bookings
from api.store.session import Session

REASON = "Ärendet är avslutat."


def let_go(request: Request, session: Session, case_id: str, asker: CaseAsker, tasks: BackgroundTasks) -> None:
    """Cancel what is booked from today on, which calendars are told, and withdraw questions without an answer."""
    for ask in list_asks(session, case_id):
        if ask.state == "waiting":
            withdraw_ask(session, case_id, ask.id, asker.id, asker.now)
    invited = {row.id for row in list_bookings(session, case_id) if row.state == "confirmed"}
    for row in cancel_all(session, case_id, REASON, asker.id, asker.now):
        if row.id in invited:
            call_off(request, session, row, tasks)
