"""Who asks writes the wish anew while the case goes on."""

from datetime import date

import pytest

from api.store.cases.change_wish import change_wish
from api.store.cases.desk.end import finish_case
from api.store.cases.errors import CaseClosed
from api.store.cases.request_json import read_request
from api.store.database import Database
from kb.documents import Period
from tests.api.store.cases.asked import make_asked
from tests.api.store.cases.made import ASKER, make_case, read_case
from tests.fakes.moments import NOON


def test_what_is_asked_is_what_was_written_last(database: Database) -> None:
    case_id = make_case(database)
    period = Period(date(2027, 1, 1), date(2027, 1, 31))
    asked = make_asked(wish="Någon som kan skolan.", period=period, form="digitalt", hours=2, not_experts=("x",))
    with database.session() as session:
        change_wish(session, case_id, asked, ASKER, NOON)
    case = read_case(database, case_id)
    request = read_request(case.request)
    assert (request.wish, request.not_experts) == ("Någon som kan skolan.", ("x",))
    assert (case.first, case.form, case.hours, case.is_urgent) == (date(2027, 1, 1), "digitalt", 2, False)


def test_what_becomes_urgent_is_answered_sooner(database: Database) -> None:
    case_id = make_case(database)
    with database.session() as session:
        change_wish(session, case_id, make_asked(why_urgent="Mötet är i morgon."), ASKER, NOON)
    case = read_case(database, case_id)
    assert (case.is_urgent, case.priority, case.answer_by) == (True, 2, date(2026, 11, 23))


def test_a_case_that_has_ended_asks_nothing_new(database: Database) -> None:
    case_id = make_case(database)
    with database.session() as session:
        finish_case(session, case_id, "", ASKER, NOON)
        with pytest.raises(CaseClosed):
            change_wish(session, case_id, make_asked(), ASKER, NOON)
