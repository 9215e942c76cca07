"""A case with one of all that experts bring: a question that waits, and hours that are booked."""

from dataclasses import dataclass

from api.store.base import new_id
from api.store.cases.asks import Question
from api.store.cases.create_case import create_case
from api.store.database import Database
from api.store.experts.asking import ask_expert
from api.store.experts.bookings import Wanted, book
from kb.documents import Period
from tests.api.store.cases.asked import ASKED, make_asked
from tests.fakes.moments import NOON

FREE = "fri-expert"
"""Who has told of no calendar, so that any number of cases can be booked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookedCase:
    id: str
    ask_id: str
    token: str
    booking_id: str

    @property
    def names(self) -> dict[str, str]:
        """What stands in addresses of the case."""
        return {"case_id": self.id, "ask_id": self.ask_id, "booking_id": self.booking_id}


def save_booked_case(database: Database, text: str = "Torget") -> BookedCase:
    """A case of the municipality 1490, with the text in what a person writes."""
    period: Period = ASKED["period"]
    with database.session() as session:
        case_id = create_case(session, make_asked(title=text, wish=text), new_id(), NOON)
        question = Question(expert_slug="est-stod", address="stod@example.se", period=period, hours=4)
        asked = ask_expert(session, case_id, question, new_id(), NOON)
        wanted = Wanted(case_id=case_id, expert_slug=FREE, period=period, hours=2)
        booking = book(session, wanted, new_id(), NOON)
    return BookedCase(id=case_id, ask_id=asked.ask.id, token=asked.token, booking_id=booking.id)
