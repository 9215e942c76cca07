"""Messages are kept encrypted, in their order, also in a case that is done."""

import pytest
from sqlalchemy import text

from api.store.cases.desk.end import finish_case
from api.store.cases.desk.merge import merge_case
from api.store.cases.errors import CaseClosed, CaseRejected, UnknownCase
from api.store.cases.thread.files import KeptFile, add_files, list_files, read_file
from api.store.cases.thread.messages import MAX_CHARS, add_message, check_message, list_messages
from api.store.database import Database
from tests.api.store.cases.made import ASKER, list_done, make_case
from tests.fakes.moments import NOON

WORDS = KeptFile("Åtgärder.txt", "text/plain", b"Torget\n\xff\x00")


def test_a_message_and_its_file_are_kept_and_cannot_be_read_in_the_database(database: Database) -> None:
    case_id = make_case(database)
    with database.session() as session:
        add_message(session, "m" * 32, case_id, "asker", "Torget", ASKER, NOON)
        add_files(session, case_id, "m" * 32, [WORDS])
    with database.reading() as session:
        assert [(message.text, message.author) for message in list_messages(session, case_id)] == [("Torget", "asker")]
        (file,) = list_files(session, case_id)
        assert (file.name, file.n_bytes) == ("Åtgärder.txt", len(WORDS.raw))
        assert read_file(session, case_id, file.id) == WORDS
        stored = str([session.execute(text(f"SELECT * FROM {t}")).all() for t in ("case_messages", "case_files")])
    assert "Torget" not in stored
    assert "Åtgärder" not in stored
    assert list_done(database, case_id) == ["created", "written"]


def test_a_file_of_another_case_is_not_found(database: Database) -> None:
    case_id, other = make_case(database), make_case(database)
    with database.session() as session:
        add_message(session, "m" * 32, case_id, "asker", "Torget", ASKER, NOON)
        add_files(session, case_id, "m" * 32, [WORDS])
        (file,) = list_files(session, case_id)
        with pytest.raises(UnknownCase):
            read_file(session, other, file.id)


def test_one_can_write_in_a_case_that_is_done_but_not_in_one_that_is_part_of_another(database: Database) -> None:
    case_id, into = make_case(database), make_case(database)
    with database.session() as session:
        finish_case(session, into, "", ASKER, NOON)
        add_message(session, "m" * 32, into, "asker", "Tack!", ASKER, NOON)
    into = make_case(database)
    with database.session() as session:
        merge_case(session, case_id, into, ASKER, NOON)
        with pytest.raises(CaseClosed):
            add_message(session, "n" * 32, case_id, "asker", "Hej", ASKER, NOON)


@pytest.mark.parametrize(("text", "has_files"), [("", False), ("  \n", False), ("a" * (MAX_CHARS + 1), True)])
def test_a_message_has_words_or_a_file_and_not_too_many(text: str, has_files: bool) -> None:
    with pytest.raises(CaseRejected, match=r"^text: "):
        check_message(text, has_files=has_files)
    assert check_message("", has_files=True) == ""
    assert check_message(" Hej\n") == "Hej"
