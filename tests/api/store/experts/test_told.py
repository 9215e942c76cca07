"""What is told of experts: their time, and who is not to be shown, on both databases."""

from datetime import date, timedelta

import pytest

from api.store.database import Database
from api.store.experts.absences import list_absences
from api.store.experts.calendars import ToldCalendar, keep_feed, keep_feed_fault, save_calendar
from api.store.experts.changes import count_changes
from api.store.experts.consents import give_consent, has_consent, has_withdrawn, list_consents, withdraw_consent
from api.store.experts.errors import CalendarRejected
from api.store.experts.invitations import find_invitation, make_invitation, use_invitation
from api.store.experts.told import read_told, told_availability
from kb.documents import Period
from tests.builders import TODAY
from tests.fakes.moments import NOON

SLUG, BY, FEED = "rad", "a" * 32, "https://kalender.example.se/a.ics"
MARCH = Period(date(2027, 3, 1), date(2027, 3, 5))


def tell(database: Database, *away: Period, feed: str = "") -> None:
    with database.session() as session:
        save_calendar(session, SLUG, ToldCalendar(20, 2, away, feed), BY, NOON, TODAY)


def test_told_time_holds_for_ninety_days(database: Database) -> None:
    tell(database, MARCH)
    with database.reading() as session:
        told = told_availability(session, SLUG, TODAY + timedelta(days=90))
        assert told is not None
        assert (told.confirmed, told.hours_per_month, told.parallel_cases, told.unavailable) == (TODAY, 20, 2, (MARCH,))
        later = TODAY + timedelta(days=91)
        assert told_availability(session, SLUG, later) is None
        assert read_told(session, later, NOON).availability == {SLUG: None}
        assert told_availability(session, "annan", TODAY) is None


def test_days_that_meet_are_kept_as_one_absence(database: Database) -> None:
    tell(database, MARCH, Period(date(2027, 3, 6), date(2027, 3, 8)), Period(date(2027, 3, 2), date(2027, 3, 3)))
    with database.reading() as session:
        assert list_absences(session, SLUG) == [Period(date(2027, 3, 1), date(2027, 3, 8))]


def test_what_cannot_be_kept_leaves_what_was(database: Database) -> None:
    tell(database, MARCH)
    for wrong in (
        ToldCalendar(0, 2, ()),
        ToldCalendar(20, 51, ()),
        ToldCalendar(20, 2, (Period(MARCH.last, MARCH.first),)),
    ):
        with pytest.raises(CalendarRejected), database.session() as session:
            save_calendar(session, SLUG, wrong, BY, NOON, TODAY)
    with database.reading() as session:
        assert list_absences(session, SLUG) == [MARCH]


def test_days_of_a_calendar_that_is_followed_no_more_are_not_kept(database: Database) -> None:
    tell(database, feed=FEED)
    with database.session() as session:
        keep_feed(session, SLUG, FEED, [MARCH], NOON)
        keep_feed(session, SLUG, "https://gammal.example.se/", [], NOON)
        keep_feed_fault(session, SLUG, "https://gammal.example.se/", "slow")
    with database.reading() as session:
        assert list_absences(session, SLUG, "feed") == [MARCH]
    tell(database)
    with database.reading() as session:
        assert list_absences(session, SLUG) == []


def test_a_no_is_in_force_until_the_next_yes(database: Database) -> None:
    steps = [(withdraw_consent, True), (give_consent, False), (give_consent, False), (withdraw_consent, True)]
    for number, (say, is_withdrawn) in enumerate(steps):
        with database.session() as session:
            say(session, SLUG, "publication", BY, NOON + timedelta(minutes=number))
        with database.reading() as session:
            assert has_withdrawn(session, SLUG, "publication") == is_withdrawn
            assert has_consent(session, SLUG, "publication") != is_withdrawn
            assert read_told(session, TODAY, NOON).withdrawn == ({SLUG} if is_withdrawn else frozenset())
    with database.reading() as session:
        assert [bool(row.given) for row in list_consents(session, SLUG)] == [True, False]


def test_who_has_said_nothing_has_neither_consented_nor_withdrawn(database: Database) -> None:
    with database.reading() as session:
        assert not has_consent(session, SLUG, "quality")
        assert not has_withdrawn(session, SLUG, "quality")


def test_a_change_is_counted_once_it_is_kept(database: Database) -> None:
    before = count_changes()
    tell(database)
    assert count_changes() == before + 1
    with pytest.raises(ZeroDivisionError), database.session() as session:
        give_consent(session, SLUG, "publication", BY, NOON)
        raise ZeroDivisionError
    assert count_changes() == before + 1


def test_what_is_done_within_a_savepoint_is_counted_when_all_of_it_is_kept(database: Database) -> None:
    before = count_changes()
    with database.session() as session:
        with session.begin_nested():
            give_consent(session, SLUG, "publication", BY, NOON)
        assert count_changes() == before
    assert count_changes() == before + 1


def test_an_invitation_is_stored_without_its_token_or_address(database: Database) -> None:
    with database.session() as session:
        made = make_invitation(session, SLUG, "rad@example.se", BY, NOON)
        assert find_invitation(session, made.token, NOON).expert_slug == SLUG
        assert use_invitation(session, made.token, NOON).used == NOON
    with database.engine.connect() as connection:
        stored = str(connection.exec_driver_sql("SELECT * FROM expert_invitations").all())
    assert made.token not in stored
    assert "rad@example.se" not in stored
