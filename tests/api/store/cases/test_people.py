"""Who is written to when something happens in a case."""

from api.store.accounts import Account
from api.store.cases.desk.assign import pass_on_case, take_case
from api.store.cases.find_case import find_case
from api.store.cases.people import list_askers, list_people, list_who_may_answer
from api.store.cases.thread.messages import add_message
from api.store.database import Database
from tests.api.case_service import add_ask
from tests.api.store.cases.made import make_advisor, make_case
from tests.fakes.moments import NOON
from tests.store import make_account


def _people(database: Database, case_id: str) -> set[str]:
    with database.reading() as session:
        return {person.id for person in list_people(session, find_case(session, case_id))}


def test_those_who_began_the_case_or_wrote_in_it_are_told_else_all_coordinators(database: Database) -> None:
    anna, bo, far = (make_account(database, f"{name}@alvdala.example.se") for name in ("anna", "bo", "far"))
    make_account(database, "x@annan.example.se", scope_code="0180")
    case_id = make_case(database)  # by nobody who has an account
    assert _people(database, case_id) == {anna, bo, far}
    with database.session() as session:
        add_message(session, "m" * 32, case_id, "asker", "Hej", bo, NOON)
    assert _people(database, case_id) == {bo}
    with database.session() as session:
        session.get_one(Account, bo).disabled = NOON
    assert _people(database, case_id) == {anna, far}


def test_the_desk_is_told_until_somebody_has_the_case(database: Database) -> None:
    here, colleague, bra = make_advisor(database, "a"), make_advisor(database, "b"), make_advisor(database, "c", "")
    case_id = make_case(database)
    assert _people(database, case_id) == {here, colleague}
    with database.session() as session:
        take_case(session, case_id, here, NOON)
    assert _people(database, case_id) == {here}
    with database.session() as session:
        pass_on_case(session, case_id, "", "", here, NOON)
    assert _people(database, case_id) == {bra}


def test_an_expert_is_told_while_it_is_asked_or_helps(database: Database) -> None:
    est = make_account(database, "est@example.se", "expert", scope_kind="expert", scope_code="est-stod")
    asked, said_no = make_case(database), make_case(database)
    ask_id = add_ask(database, asked, id="e" * 32)
    add_ask(database, said_no, id="f" * 32, state="no")
    assert (_people(database, asked), _people(database, said_no)) == ({est}, set())
    with database.reading() as session:
        may = [person.id for person in list_who_may_answer(session, find_case(session, asked))]
        assert may == [est, ask_id]
        assert list_askers(session, find_case(session, asked)) == []
