"""Some problems of a case become a case of their own."""

import pytest

from api.store.cases.create_case import AskedProblem
from api.store.cases.desk.assign import take_case
from api.store.cases.desk.split import split_case
from api.store.cases.errors import CaseRejected
from api.store.cases.list_cases import list_problems
from api.store.cases.request_json import read_request
from api.store.database import Database
from tests.api.store.cases.made import ASKER, list_done, make_advisor, make_case, read_case
from tests.fakes.moments import NOON

TWO = (AskedProblem("nyrekrytering", "Pojkar bär väskor."), AskedProblem("klotter", "Klotter på skolan."))
NEW = "n" * 32


def test_the_chosen_problems_become_a_case_that_asks_alike(database: Database) -> None:
    case_id, advisor = make_case(database, problems=TWO, not_experts=("est-stod",)), make_advisor(database)
    with database.session() as session:
        take_case(session, case_id, advisor, NOON)
        split_case(session, NEW, case_id, {2}, "Klottret", advisor, NOON)
    with database.reading() as session:
        assert [problem.area for problem in list_problems(session, case_id)] == ["nyrekrytering"]
        assert [(problem.number, problem.area) for problem in list_problems(session, NEW)] == [(1, "klotter")]
    new, old = read_case(database, NEW), read_case(database, case_id)
    assert (new.title, new.advisor_id, new.state, new.created_by) == ("Klottret", advisor, "running", ASKER)
    assert read_request(new.request) == read_request(old.request)
    assert new.code != old.code
    assert list_done(database, NEW) == ["created", "split"]


@pytest.mark.parametrize("numbers", [set[int](), {1, 2}, {3}, {2, 3}])
def test_some_are_chosen_and_some_stay(database: Database, numbers: set[int]) -> None:
    case_id = make_case(database, problems=TWO)
    with database.session() as session, pytest.raises(CaseRejected, match=r"^problems: "):
        split_case(session, NEW, case_id, numbers, "Klottret", ASKER, NOON)


def test_a_new_case_has_a_name(database: Database) -> None:
    case_id = make_case(database, problems=TWO)
    with database.session() as session, pytest.raises(CaseRejected, match=r"^title: "):
        split_case(session, NEW, case_id, {1}, " ", ASKER, NOON)
