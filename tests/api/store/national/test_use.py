"""Use is added up, told without small counts, and kept by month when it is old."""

from datetime import date

from api.store.database import Database
from api.store.national.use import UseOf, add_counts, count_kind, fold_months, list_months, sum_by_day, sum_by_what
from api.store.national.use_figures import Counts, find_use, hide_small, list_key_months
from api.store.national.use_tables import UseCount

DAY = date(2026, 11, 22)
MONTH = date(2026, 11, 1)


def test_what_is_counted_twice_is_added(database: Database) -> None:
    for n in (3, 4):
        with database.session() as session:
            add_counts(session, {UseOf(DAY, "", "document", "sspf"): n, UseOf(DAY, "k", "search"): 1})
    with database.reading() as session:
        assert sum_by_what(session, MONTH, "document") == {"sspf": 3 + 4}
        assert count_kind(session, MONTH, "search") == 2
        assert count_kind(session, MONTH, "search", "other") == 0
        assert count_kind(session, date(2026, 10, 1), "search") == 0


def test_days_become_months_after_thirteen_months_and_no_number_is_lost(database: Database) -> None:
    counts = {
        UseOf(date(2025, 9, 3), "", "search"): 4,
        UseOf(date(2025, 9, 29), "", "search"): 5,
        UseOf(date(2025, 10, 1), "", "search"): 6,
    }
    with database.session() as session:
        add_counts(session, counts)
        assert fold_months(session, DAY) == 2
        assert fold_months(session, DAY) == 0
    with database.reading() as session:
        assert {(row.day, row.is_month, row.n) for row in session.query(UseCount)} == {
            (date(2025, 9, 1), True, 4 + 5),
            (date(2025, 10, 1), False, 6),
        }
        assert count_kind(session, date(2025, 9, 1), "search") == 9
        assert sum_by_day(session, date(2025, 9, 1), "search") == {}
        assert list_months(session) == [date(2025, 10, 1), date(2025, 9, 1)]


def test_what_is_left_of_a_list_is_none_or_enough() -> None:
    assert hide_small({"a": 9, "b": 6, "c": 1}) == Counts({"a": 9}, 6 + 1)
    assert hide_small({"a": 9, "b": 6, "c": 3, "d": 2}) == Counts({"a": 9, "b": 6}, 3 + 2)
    assert hide_small({"a": 9, "b": 6}) == Counts({"a": 9, "b": 6}, None)
    assert hide_small({"a": 4}) == Counts({}, None)
    assert hide_small({}) == Counts({}, None)


def test_a_key_is_told_of_its_own_months_and_not_of_few(database: Database) -> None:
    with database.session() as session:
        add_counts(session, {UseOf(DAY, "k", "search"): 20, UseOf(DAY, "k", "unanswered"): 5})
        add_counts(session, {UseOf(date(2026, 10, 2), "k", "search"): 4, UseOf(DAY, "other", "search"): 100})
        add_counts(session, {UseOf(date(2026, 9, 2), "k", "search"): 9, UseOf(date(2026, 9, 2), "k", "unanswered"): 6})
    with database.reading() as session:
        told = [(one.month.month, one.searches, one.unanswered) for one in list_key_months(session, "k")]
    assert told == [(11, 20, 5), (10, None, None), (9, 9, None)]  # 9 - 6 had an answer


def test_a_month_without_counts_is_no_month(database: Database) -> None:
    with database.session() as session:
        add_counts(session, {UseOf(DAY, "", "match"): 7})
    with database.reading() as session:
        assert find_use(session, None).month == MONTH
        assert find_use(session, None).matches == 7
        assert find_use(session, date(2020, 1, 1)).month is None
