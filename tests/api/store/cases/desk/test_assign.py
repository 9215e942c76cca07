"""A case is taken by one advisor, given to a colleague, passed on to another desk."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from api.store.cases.desk.advisors import list_advisors, list_at_same_desk
from api.store.cases.desk.assign import NATIONAL_DESK, assign_case, pass_on_case, take_case
from api.store.cases.errors import CaseRejected
from api.store.database import Database
from tests.api.store.cases.made import list_done, make_advisor, make_case, read_case
from tests.fakes.moments import NOON
from tests.store import make_account


def _take(database: Database, case_id: str, advisor: str) -> bool:
    """Whether the advisor has the case now."""
    try:
        with database.session() as session:
            take_case(session, case_id, advisor, NOON)
    except CaseRejected:
        return False
    return True


def test_who_takes_a_case_has_it_and_it_runs(database: Database) -> None:
    case_id, advisor = make_case(database), make_advisor(database)
    assert [_take(database, case_id, advisor) for _ in range(2)] == [True, True]
    case = read_case(database, case_id)
    assert (case.advisor_id, case.state) == (advisor, "running")
    assert list_done(database, case_id) == ["created", "taken"]


def test_of_many_who_take_a_case_at_once_one_has_it(database: Database) -> None:
    case_id = make_case(database)
    advisors = [make_advisor(database, f"r{n}") for n in range(6)]
    with ThreadPoolExecutor(6) as pool:
        took = list(pool.map(lambda advisor: _take(database, case_id, advisor), advisors))
    assert took.count(True) == 1
    assert read_case(database, case_id).advisor_id == advisors[took.index(True)]


def test_a_case_is_given_to_those_whose_county_it_is_of_and_to_no_others(database: Database) -> None:
    case_id = make_case(database)
    here, everywhere = make_advisor(database, "b"), make_advisor(database, "c", "")
    elsewhere, coordinator = make_advisor(database, "d", "01"), make_account(database)
    with database.session() as session:
        case = assign_case(session, case_id, everywhere, here, NOON)
        assert case.advisor_id == everywhere
        assert [account.id for account in list_advisors(session, case)] == [here, everywhere]
        for wrong in (elsewhere, coordinator, "0" * 32):
            with pytest.raises(CaseRejected):
                assign_case(session, case_id, wrong, here, NOON)


def test_a_case_that_is_passed_on_is_new_there_with_a_new_day_of_the_answer(database: Database) -> None:
    case_id, advisor = make_case(database), make_advisor(database)
    far = make_advisor(database, "far", "01")
    _take(database, case_id, advisor)
    later = NOON + timedelta(days=30)
    with database.session() as session:
        case = pass_on_case(session, case_id, "01", "De har en expert.", advisor, later)
        assert (case.desk, case.advisor_id, case.state) == ("01", None, "new")
        assert case.answer_by == later.date() + timedelta(days=7)
        assert far in {account.id for account in list_advisors(session, case)}
        with pytest.raises(CaseRejected, match="lies there already"):
            pass_on_case(session, case_id, "01", "", advisor, later)
        assert pass_on_case(session, case_id, NATIONAL_DESK, "", advisor, later).desk == ""


def test_a_desk_is_its_own_advisors(database: Database) -> None:
    here, everywhere = make_advisor(database, "b"), make_advisor(database, "c", "")
    make_advisor(database, "d", "01")
    with database.reading() as session:
        assert [account.id for account in list_at_same_desk(session, "14")] == [here]
        assert [account.id for account in list_at_same_desk(session, NATIONAL_DESK)] == [everywhere]
