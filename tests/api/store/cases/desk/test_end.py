"""A case ends with a reason, and is opened again."""

import pytest

from api.store.cases.desk.assign import take_case
from api.store.cases.desk.end import decline_case, finish_case, reopen_case
from api.store.cases.desk.merge import merge_case
from api.store.cases.errors import CaseClosed, CaseRejected
from api.store.database import Database
from tests.api.store.cases.made import ASKER, list_done, make_advisor, make_case, read_case
from tests.fakes.moments import NOON


@pytest.mark.parametrize(("why", "instead", "place"), [("", "Ring Brå.", "why"), ("Ingen expert.", " ", "instead")])
def test_a_case_is_declined_with_a_reason_and_an_alternative(
    database: Database, why: str, instead: str, place: str
) -> None:
    case_id = make_case(database)
    with database.session() as session:
        with pytest.raises(CaseRejected, match=f"^{place}: empty"):
            decline_case(session, case_id, why, instead, ASKER, NOON)
        decline_case(session, case_id, "Ingen expert.", "Ring Brå.", ASKER, NOON)
    case = read_case(database, case_id)
    assert (case.state, case.closed) == ("declined", NOON)


def test_what_has_ended_is_ended_once_and_goes_on_with_who_had_it(database: Database) -> None:
    case_id, advisor = make_case(database), make_advisor(database)
    with database.session() as session:
        take_case(session, case_id, advisor, NOON)
        finish_case(session, case_id, "", ASKER, NOON)
        with pytest.raises(CaseClosed):
            finish_case(session, case_id, "", ASKER, NOON)
        case = reopen_case(session, case_id, advisor, NOON)
        assert (case.state, case.closed, case.advisor_id) == ("running", None, advisor)
        reopen_case(session, case_id, advisor, NOON)  # which goes on already
    assert list_done(database, case_id) == ["created", "done", "reopened", "taken"]


def test_a_case_that_is_part_of_another_is_not_opened(database: Database) -> None:
    case_id, into = make_case(database), make_case(database)
    with database.session() as session:
        merge_case(session, case_id, into, ASKER, NOON)
        with pytest.raises(CaseRejected, match="part of another"):
            reopen_case(session, case_id, ASKER, NOON)
