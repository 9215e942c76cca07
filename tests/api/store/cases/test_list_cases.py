"""The desk shows what is new, waits, runs and is overdue, by county, own and urgent."""

from datetime import timedelta

from api.store.cases.desk.assign import pass_on_case, take_case
from api.store.cases.desk.end import finish_case
from api.store.cases.list_cases import AtDesk, count_lying, list_at_desk, list_own
from api.store.cases.thread.messages import add_message
from api.store.database import Database
from tests.api.store.cases.made import ASKER, make_advisor, make_case
from tests.fakes.moments import NOON


def _list(database: Database, wanted: AtDesk, days: int = 0) -> dict[str, tuple[str, ...]]:
    """Id -> how it lies, so many days later."""
    later = NOON + timedelta(days=days)
    with database.reading() as session:
        return {told.case.id: told.lying for told in list_at_desk(session, wanted, later.date(), later)}


def test_the_county_sees_its_own_and_what_was_passed_on_to_it(database: Database) -> None:
    here, there = make_case(database), make_case(database, municipality_code="0180")
    passed = make_case(database, municipality_code="0380")
    with database.session() as session:
        pass_on_case(session, passed, "14", "", ASKER, NOON)
    assert set(_list(database, AtDesk(county="14"))) == {here, passed}
    assert set(_list(database, AtDesk(county=""))) == {here, there, passed}
    assert set(_list(database, AtDesk(county="", only="01"))) == {there}
    assert set(_list(database, AtDesk(county="14", only="01"))) == set()


def test_own_and_urgent_ones_are_asked_for_and_urgent_ones_stand_first(database: Database) -> None:
    usual, urgent = make_case(database), make_case(database, why_urgent="Mötet är i morgon.")
    advisor = make_advisor(database)
    with database.session() as session:
        take_case(session, usual, advisor, NOON)
    assert list(_list(database, AtDesk(county="14"))) == [urgent, usual]
    assert list(_list(database, AtDesk(county="14", is_urgent=True))) == [urgent]
    assert list(_list(database, AtDesk(county="14", advisor_id=advisor))) == [usual]


def test_nobody_took_it_in_time_and_nobody_has_written_for_14_days(database: Database) -> None:
    waits, runs = make_case(database), make_case(database)
    with database.session() as session:
        take_case(session, runs, make_advisor(database), NOON)
    desk = AtDesk(county="14")
    assert _list(database, desk, 7) == {waits: ("new",), runs: ("running",)}
    assert _list(database, desk, 8) == {waits: ("new", "overdue"), runs: ("running",)}
    assert _list(database, desk, 14)[runs] == ("running",)
    assert _list(database, desk, 15)[runs] == ("running", "overdue")
    with database.session() as session:
        add_message(session, "m" * 32, runs, "asker", "Hur går det?", ASKER, NOON + timedelta(days=3))
    assert _list(database, desk, 17)[runs] == ("running",)
    assert _list(database, AtDesk(county="14", lying="overdue"), 18) == {
        waits: ("new", "overdue"),
        runs: ("running", "overdue"),
    }


def test_each_way_is_counted(database: Database) -> None:
    ended = make_case(database)
    make_case(database)
    with database.session() as session:
        finish_case(session, ended, "", ASKER, NOON)
    later = NOON + timedelta(days=9)
    with database.reading() as session:
        told = list_at_desk(session, AtDesk(county="14"), later.date(), later)
    assert count_lying(told) == {"new": 1, "waiting": 0, "running": 0, "overdue": 1, "ended": 1}


def test_a_municipality_has_its_own_cases_those_that_go_on_first(database: Database) -> None:
    ended, goes_on = make_case(database), make_case(database)
    make_case(database, municipality_code="1480")
    with database.session() as session:
        finish_case(session, ended, "", ASKER, NOON + timedelta(days=1))
    with database.reading() as session:
        assert [case.id for case in list_own(session, "1490")] == [goes_on, ended]
