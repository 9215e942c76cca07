"""The cases that wait at a desk, and what an allocation proposed in them."""

from datetime import date, timedelta

from api.store.allocation.confirm_allocation import confirm_allocation
from api.store.allocation.desk import list_desk
from api.store.base import new_id
from api.store.cases.create_case import create_case
from api.store.cases.find_case import find_case
from api.store.cases.propose import list_proposed, propose
from api.store.cases.tables import AskState, CaseAsk
from api.store.database import Database
from api.store.experts.tables import Booking, BookingState
from api.store.session import Session
from tests.api.store.cases.asked import make_asked
from tests.fakes.moments import NOON

BY = "a" * 32
DAY = date(2027, 1, 1)


def _add(session: Session, town: str = "1490", **changed: object) -> str:
    return create_case(session, make_asked(municipality_code=town, **changed), BY, NOON)


def _ask(session: Session, case_id: str, slug: str, state: AskState, asked: timedelta = timedelta()) -> None:
    session.add(
        CaseAsk(
            id=new_id(),
            case_id=case_id,
            expert_slug=slug,
            address="e@example.se",
            token_hash=new_id() * 2,
            state=state,
            hours=8,
            first=DAY,
            last=DAY,
            asked=NOON + asked,
            asked_by=BY,
            expires=NOON + timedelta(days=9),
            answered=None,
            note=None,
            other_first=None,
            other_last=None,
        )
    )


def _book(session: Session, case_id: str, state: BookingState, held_until: timedelta | None = None) -> None:
    session.add(
        Booking(
            id=new_id(),
            case_id=case_id,
            ask_id=None,
            expert_slug="e",
            first=DAY,
            last=DAY,
            hours=8,
            form=None,
            state=state,
            held_until=NOON + held_until if held_until is not None else None,
            n_changes=0,
            created=NOON,
            changed=NOON,
            changed_by=BY,
        )
    )


def test_a_desk_has_its_new_and_waiting_cases_that_are_not_booked(database: Database) -> None:
    with database.session() as session:
        new, waiting, done, held, lapsed, booked = (_add(session) for _ in range(6))
        far = _add(session, "0180")
        find_case(session, waiting).state = "waiting"
        find_case(session, done).state = "done"
        _book(session, held, "held", timedelta(hours=1))
        _book(session, lapsed, "held", timedelta(0))
        _book(session, booked, "confirmed")
    with database.reading() as session:
        assert {item.row.id for item in list_desk(session, "14", NOON)} == {new, waiting, lapsed}
        assert {item.row.id for item in list_desk(session, None, NOON)} == {new, waiting, lapsed, far}


def test_who_has_said_no_is_not_to_be_asked_again_and_who_waits_is_asked(database: Database) -> None:
    with database.session() as session:
        case_id = _add(session, not_experts=("unwanted",))
        for slug, state in (("no", "no"), ("yes", "yes"), ("gone", "withdrawn"), ("wait", "waiting")):
            _ask(session, case_id, slug, state)  # type: ignore[arg-type]  # each is a state
    with database.reading() as session:
        (item,) = list_desk(session, "14", NOON)
        assert item.not_experts == ("unwanted", "no")
        assert set(item.asked) == {"yes", "wait"}
        assert item.problems == (("nyrekrytering", "Pojkar på tolv år bär väskor åt äldre."),)


def test_the_last_allocation_is_what_is_proposed_until_it_is_asked(database: Database) -> None:
    later = timedelta(hours=1)
    with database.session() as session:
        case_id = _add(session)
        propose(session, case_id, "before", BY, NOON)
        for slug in ("a", "b"):
            propose(session, case_id, slug, BY, NOON + later)
        _ask(session, case_id, "a", "waiting", 2 * later)
    with database.reading() as session:
        assert list_proposed(session, [case_id]) == {case_id: ("b",)}


def test_only_a_case_that_is_as_it_was_seen_is_confirmed(database: Database) -> None:
    with database.session() as session:
        same, changed, ended = (_add(session) for _ in range(3))
        find_case(session, ended).state = "declined"
    with database.session() as session:
        seen = dict.fromkeys((same, ended), NOON.isoformat()) | {changed: "before"}
        confirm_allocation(session, {case: ["e"] for case in (same, changed, ended, "0" * 32)}, seen, BY, NOON)
    with database.reading() as session:
        assert list_proposed(session, [same, changed, ended]) == {same: ("e",)}
