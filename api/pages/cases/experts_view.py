"""What the page of a case's experts shows: who fits, who is asked, what is booked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from api.asks.address import find_known_address
from api.asks.ask import list_ruled_out
from api.asks.names import Names
from api.store.cases.asks import AskStage, list_asks, other_of, stage_of_ask
from api.store.cases.list_problems import list_problems
from api.store.cases.tables import Case, CaseAsk
from api.store.experts.bookings import BookingStage, list_bookings, stage_of
from api.store.experts.room import as_booked, find_capacity, list_taken
from api.store.experts.tables import Booking
from api.store.session import Session
from kb.booking.capacity import Capacity, MonthLeft, list_left
from kb.documents import Expert, Period
from kb.matching.help_request import HelpRequest
from kb.matching.matcher import Matcher
from kb.search.searcher import Searcher
from kb.staffing.case_experts import CaseCandidate, CaseExperts, CaseWish, find_case_experts

N_OPEN = 5
"""Candidates that stand open on the page; the others are folded, or it is ten thousand pixels high."""


@dataclass(frozen=True, slots=True)
class ShownAsk:
    row: CaseAsk
    stage: AskStage
    name: str
    other: Period | None


@dataclass(frozen=True, slots=True)
class ShownBooking:
    row: Booking
    stage: BookingStage
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCandidate:
    """address : where it is asked, empty where none is known; capacity : None where its organisation has told nothing

    left : of each month of the case; ruled_out : why it may not be asked, else empty; is_waiting : for an answer
    """

    candidate: CaseCandidate
    address: str
    capacity: Capacity | None
    left: tuple[MonthLeft, ...]
    ruled_out: str
    is_waiting: bool

    @property
    def may_be_asked(self) -> bool:
        return not self.ruled_out and not self.is_waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledOut:
    expert: Expert
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpertsView:
    asks: tuple[ShownAsk, ...]
    bookings: tuple[ShownBooking, ...]
    candidates: tuple[ShownCandidate, ...]
    others: tuple[Expert, ...]
    ruled_out: tuple[RuledOut, ...]
    period: Period

    @property
    def best(self) -> tuple[ShownCandidate, ...]:
        return self.candidates[:N_OPEN]

    @property
    def further(self) -> tuple[ShownCandidate, ...]:
        return self.candidates[N_OPEN:]


def show_experts(session: Session, case: Case, searcher: Searcher, today: date, now: datetime) -> ExpertsView:
    """All that the page tells, as it is now."""
    names = Names(searcher)
    asks = list_asks(session, case.id)
    waiting = {row.expert_slug for row in asks if stage_of_ask(row, now) == "waiting"}
    ruled_out = list_ruled_out(session, case, searcher, now)
    found = _find(session, case, searcher, today)
    experts = searcher.snapshot.experts
    return ExpertsView(
        asks=tuple(ShownAsk(row, stage_of_ask(row, now), names.expert(row.expert_slug), other_of(row)) for row in asks),
        bookings=_show_bookings(session, case, names, now),
        candidates=tuple(
            _show(session, one, case, now, ruled_out.get(one.expert.slug, ""), one.expert.slug in waiting)
            for one in found.candidates
        ),
        others=tuple(one for one in found.others if one.slug not in ruled_out and one.slug not in waiting),
        ruled_out=tuple(RuledOut(expert=experts[slug], why=why) for slug, why in ruled_out.items() if slug in experts),
        period=Period(max(case.first, today), max(case.last, today)),
    )


def _find(session: Session, case: Case, searcher: Searcher, today: date) -> CaseExperts:
    town = searcher.snapshot.registers.find_municipality(case.municipality_code)
    period = Period(case.first, case.last)
    request = HelpRequest(municipality=town, period=period, form=case.form, language=case.language)
    wishes: Sequence[CaseWish] = [CaseWish(one.area, one.words) for one in list_problems(session, case.id)]
    return find_case_experts(wishes, Matcher(searcher, request, today))


def _show_bookings(session: Session, case: Case, names: Names, now: datetime) -> tuple[ShownBooking, ...]:
    return tuple(
        ShownBooking(row, stage_of(row, now), names.expert(row.expert_slug)) for row in list_bookings(session, case.id)
    )


def _show(
    session: Session, candidate: CaseCandidate, case: Case, now: datetime, ruled_out: str, is_waiting: bool
) -> ShownCandidate:
    slug = candidate.expert.slug
    capacity = find_capacity(session, slug)
    booked = [as_booked(row) for row in list_taken(session, slug, now)] if capacity else []
    return ShownCandidate(
        candidate=candidate,
        address=find_known_address(session, candidate.expert) or "",
        capacity=capacity,
        left=list_left(capacity, booked, Period(case.first, case.last)) if capacity else (),
        ruled_out=ruled_out,
        is_waiting=is_waiting,
    )
