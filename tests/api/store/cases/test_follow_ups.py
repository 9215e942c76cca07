"""Follow-ups come three and twelve months after a case was done, by a link that is sent once and once more."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from api.store.cases.errors import FollowUpAnswered, FollowUpDead
from api.store.cases.follow_up_links import DueFollowUp, claim_link, find_by_link, list_due, take_back
from api.store.cases.follow_ups import Answer, add_months, find_follow_up, keep_answer, list_follow_ups, plan_follow_ups
from api.store.cases.tables import Case, CaseEvent
from api.store.database import Database
from tests.api.store.cases.advised import ASKER, DAY, LATER, answer, make_done
from tests.fakes.moments import NOON

FIRST, SECOND = date(2027, 2, 20), date(2027, 11, 20)
"""Three and twelve months after DAY."""
MAILED = datetime(2027, 2, 20, 6, tzinfo=NOON.tzinfo)
YES = Answer("yes", 4, 5)


@pytest.fixture
def case_id(database: Database) -> str:
    """A case that was done on DAY."""
    with database.session() as session:
        return make_done(session)


def _due(database: Database, today: date, now: datetime = MAILED) -> list[tuple[int, bool]]:
    with database.reading() as session:
        return [(due.months, due.is_reminder) for due in list_due(session, today, now)]


def _claim(
    database: Database, case_id: str, months: int = 3, now: datetime = MAILED, *, is_reminder: bool = False
) -> str:
    with database.session() as session:
        return claim_link(session, DueFollowUp(case_id, months, is_reminder), now) or ""


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 11, 20), 3, date(2027, 2, 20)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 9, 30), 3, date(2026, 12, 30)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_there_is(day: date, months: int, then: date) -> None:
    assert add_months(day, months) == then


def test_a_case_that_is_done_has_two_follow_ups(database: Database, case_id: str) -> None:
    with database.reading() as session:
        assert [(row.months, row.due) for row in list_follow_ups(session, case_id)] == [(3, FIRST), (12, SECOND)]


def test_a_case_that_is_done_once_more_moves_those_that_nobody_was_asked(database: Database, case_id: str) -> None:
    _claim(database, case_id)
    with database.session() as session:
        plan_follow_ups(session, case_id, date(2027, 3, 1))
        assert [(row.months, row.due) for row in list_follow_ups(session, case_id)] == [
            (3, FIRST),
            (12, date(2028, 3, 1)),
        ]


def test_a_link_is_due_from_its_day_until_it_is_sent(database: Database, case_id: str) -> None:
    day = timedelta(days=1)
    assert [_due(database, today) for today in (FIRST - day, FIRST, FIRST + 9 * day)] == [
        [],
        [(3, False)],
        [(3, False)],
    ]
    _claim(database, case_id)
    assert _due(database, FIRST) == []
    assert _due(database, SECOND) == [(12, False)]


def test_it_is_due_once_more_after_fourteen_days_without_an_answer(database: Database, case_id: str) -> None:
    _claim(database, case_id)
    day = timedelta(days=1)
    assert [_due(database, FIRST, MAILED + n * day) for n in (13, 14, 59, 60)] == [[], [(3, True)], [(3, True)], []]
    _claim(database, case_id, now=MAILED + 14 * day, is_reminder=True)
    assert _due(database, FIRST, MAILED + 15 * day) == []


def test_who_has_answered_is_not_reminded_and_not_asked(database: Database, case_id: str) -> None:
    _claim(database, case_id)
    with database.session() as session:
        answer(session, case_id)
        answer(session, case_id, months=12)
    assert _due(database, LATER, MAILED + timedelta(days=20)) == []


def test_a_case_that_was_opened_again_asks_nobody(database: Database, case_id: str) -> None:
    with database.session() as session:
        session.get_one(Case, case_id).state = "running"
    assert _due(database, LATER) == []


def test_one_of_many_who_send_it_at_once_has_the_link(database: Database, case_id: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        tokens = list(pool.map(lambda _: _claim(database, case_id), range(4)))
    assert sorted(map(bool, tokens)) == [False, False, False, True]


def test_what_could_not_be_sent_is_due_again_with_the_same_link(database: Database, case_id: str) -> None:
    token = _claim(database, case_id)
    with database.session() as session:
        take_back(session, DueFollowUp(case_id, 3, is_reminder=False))
        with pytest.raises(FollowUpDead):
            find_by_link(session, token, MAILED)
    assert _due(database, FIRST) == [(3, False)]
    assert _claim(database, case_id) == token


def test_the_reminder_has_the_link_of_the_first_message_and_no_more_time(database: Database, case_id: str) -> None:
    token = _claim(database, case_id)
    assert _claim(database, case_id, now=MAILED + timedelta(days=14), is_reminder=True) == token
    with database.session() as session:
        assert find_by_link(session, token, MAILED + timedelta(days=59), to_write=True).months == 3
        for dead in (token + "x", ""):
            with pytest.raises(FollowUpDead):
                find_by_link(session, dead, MAILED)
        with pytest.raises(FollowUpDead):
            find_by_link(session, token, MAILED + timedelta(days=60))


def test_no_two_follow_ups_have_one_link(database: Database, case_id: str) -> None:
    with database.session() as session:
        other = make_done(session)
    assert len({_claim(database, case, months) for case in (case_id, other) for months in (3, 12)}) == 4


def test_it_can_be_answered_from_its_day(database: Database, case_id: str) -> None:
    with database.session() as session:
        for months, today in ((3, FIRST - timedelta(days=1)), (12, FIRST), (7, LATER)):
            with pytest.raises(FollowUpDead):
                find_follow_up(session, case_id, months, today)
        assert find_follow_up(session, case_id, 3, FIRST).months == 3


def test_the_first_answer_stands(database: Database, case_id: str) -> None:
    with database.session() as session:
        row = find_follow_up(session, case_id, 3, FIRST)
        assert [keep_answer(session, row, YES, ASKER, now) for now in (MAILED, MAILED + timedelta(1))] == [True, False]
        assert (row.answered, row.used, row.helped, row.quality, row.text) == (MAILED, "yes", 4, 5, None)
        with pytest.raises(FollowUpAnswered):
            keep_answer(session, row, Answer("no", 1, 1), ASKER, MAILED)
        told = select(CaseEvent.by).where(CaseEvent.case_id == case_id, CaseEvent.what == "case.followed_up")
        assert session.scalars(told).all() == [ASKER]


def test_an_answer_is_kept_without_personal_data(database: Database, case_id: str) -> None:
    with database.session() as session:
        answer(session, case_id, text=" Ring eleven Kevin på 070-174 06 71 ")
        assert find_follow_up(session, case_id, 3, FIRST).text == "Ring eleven [namn] på [telefon]"
        assert session.get_one(Case, case_id).state == "done"
        assert DAY < FIRST
