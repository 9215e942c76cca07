"""An answer by mail lands in its case: sent by a real server, filed once, and only from who was written to."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from email.message import EmailMessage

import aiosmtplib
import pytest

from api.accounts.mail import MailServer
from api.case_mail.post import CasePost
from api.case_mail.receive import NoSuchCase, WrongSender, receive_mail
from api.case_mail.reply_address import write_reply_address
from api.case_mail.tell import keep_told
from api.outbox.send import send_written
from api.store.cases.desk.assign import take_case
from api.store.cases.desk.merge import merge_case
from api.store.cases.errors import CaseMailRefused
from api.store.cases.tables import CaseMessage
from api.store.cases.thread.files import list_files
from api.store.cases.thread.messages import list_messages
from api.store.database import Database
from tests.api.case_mail.test_read_mail import make_mail
from tests.api.case_service import add_ask
from tests.api.store.cases.made import ASKER, make_advisor, make_case, read_case
from tests.fakes.moments import NOON
from tests.mail import Mailbox, run_mail_server
from tests.store import EMAIL, make_account

BOX = "arenden@example.se"
BASE = "https://stod.example.se"


@pytest.fixture
def post(mailbox: Mailbox) -> CasePost:
    return CasePost(MailServer(mailbox.url, "till-handling@example.se"), BOX, BASE)


@pytest.fixture
def incoming() -> Iterator[Mailbox]:
    """The mail server of the service's own mailbox."""
    with run_mail_server() as mailbox:
        yield mailbox


@pytest.fixture
def case_id(database: Database) -> str:
    """A case with an advisor, of a municipality with a coordinator."""
    make_account(database)
    made = make_case(database)
    with database.session() as session:
        take_case(session, made, make_advisor(database), NOON)
    return made


def tell(database: Database, post: CasePost, case_id: str) -> int:
    """How many were told that the case is taken."""
    with database.session() as session:
        ids = keep_told(session, post, case_id, "case.taken", "r" * 32, NOON)
    assert post.mail is not None
    return send_written(database, post.mail, ids, NOON)


def reply_to(database: Database, post: CasePost, mailbox: Mailbox, case_id: str) -> str:
    """Where the coordinator answers, as the mail that it gets tells."""
    mailbox.messages.clear()
    tell(database, post, case_id)
    (message,) = mailbox.messages
    assert message["To"] == EMAIL
    mailbox.messages.clear()
    return str(message["Reply-To"])


def list_written(database: Database, case_id: str) -> list[CaseMessage]:
    with database.reading() as session:
        return list(list_messages(session, case_id))


def test_an_answer_goes_by_mail_into_the_case_and_on_to_the_others(
    database: Database, post: CasePost, mailbox: Mailbox, incoming: Mailbox, case_id: str
) -> None:
    tell(database, post, case_id)
    (told,) = mailbox.messages
    answer = EmailMessage()
    answer["From"], answer["To"], answer["Message-ID"] = f"Anna <{EMAIL}>", told["Reply-To"], "<1@alvdala.se>"
    quoted = "".join(f"> {line}\n" for line in told.get_content().splitlines())
    answer.set_content(f"Tisdag passar.\n\nMvh Anna\n\nDen 1 dec. 2026 skrev Till handling <x@example.se>:\n{quoted}")
    answer.add_attachment(b"a;b\n1;2\n", maintype="text", subtype="csv", filename="../Tal.csv")
    host, port = incoming.url.removeprefix("smtp://").split(":")
    asyncio.run(aiosmtplib.send(answer, hostname=host, port=int(port)))
    mailbox.messages.clear()
    raw = incoming.messages[0].as_bytes()
    assert [receive_mail(database, post, raw, NOON) for _ in "ab"] == ["filed", "known"]
    (message,) = list_written(database, case_id)
    assert (message.text, message.author) == ("Tisdag passar.", "asker")
    with database.reading() as session:
        assert [(file.name, file.media_type) for file in list_files(session, case_id)] == [("Tal.csv", "text/csv")]
    assert [message["To"] for message in mailbox.messages] == ["r@lst.example.se"]
    assert "Tisdag" not in mailbox.messages[0].as_string()


def test_the_same_mail_handed_over_by_many_at_once_is_filed_once(
    database: Database, post: CasePost, mailbox: Mailbox, case_id: str
) -> None:
    raw = make_mail(From=EMAIL, To=reply_to(database, post, mailbox, case_id)).as_bytes()
    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(lambda _: receive_mail(database, post, raw, NOON), range(6)))
    assert sorted(outcomes) == ["filed", *["known"] * 5]
    assert len(list_written(database, case_id)) == 1


def test_personal_data_of_others_is_masked(database: Database, post: CasePost, mailbox: Mailbox, case_id: str) -> None:
    address = reply_to(database, post, mailbox, case_id)
    mail = make_mail("Ring eleven Kevin på 070-174 06 71.", From=EMAIL, To=address)
    receive_mail(database, post, mail.as_bytes(), NOON)
    assert [message.text for message in list_written(database, case_id)] == ["Ring eleven [namn] på [telefon]."]


def test_the_envelope_tells_the_case_where_the_headers_do_not(
    database: Database, post: CasePost, mailbox: Mailbox, case_id: str
) -> None:
    address = reply_to(database, post, mailbox, case_id)
    raw = make_mail(From=EMAIL).as_bytes()
    assert receive_mail(database, post, raw, NOON, address) == "filed"


def test_an_answer_to_a_case_that_was_merged_lands_where_it_went(
    database: Database, post: CasePost, mailbox: Mailbox, case_id: str
) -> None:
    address, into = reply_to(database, post, mailbox, case_id), make_case(database)
    with database.session() as session:
        merge_case(session, case_id, into, ASKER, NOON)
    assert receive_mail(database, post, make_mail(From=EMAIL, To=address).as_bytes(), NOON) == "filed"
    assert len(list_written(database, into)) == 1


def test_an_expert_without_an_account_answers_the_mail_that_asks_it(
    database: Database, post: CasePost, case_id: str
) -> None:
    ask_id = add_ask(database, case_id)
    code = read_case(database, case_id).code
    address = write_reply_address(database.vault, BOX, case_id, code, ask_id)
    receive_mail(database, post, make_mail("Jag kan.", From="est@example.se", To=address).as_bytes(), NOON)
    (message,) = list_written(database, case_id)
    assert (message.by, message.author) == (ask_id, "expert")


def test_what_no_person_wrote_is_left_aside(database: Database, post: CasePost, mailbox: Mailbox, case_id: str) -> None:
    mail = make_mail(From=EMAIL, To=reply_to(database, post, mailbox, case_id), Auto_Submitted="auto-replied")
    assert receive_mail(database, post, mail.as_bytes(), NOON) == "automatic"
    assert list_written(database, case_id) == []


def test_another_sender_an_unknown_token_and_no_case_are_refused(
    database: Database, post: CasePost, mailbox: Mailbox, case_id: str
) -> None:
    address = reply_to(database, post, mailbox, case_id)
    guessed = address.replace(address.partition(".")[2][:32], "0" * 32)
    nowhere = f"arenden+ZZZZZZ.{'0' * 32}@example.se"
    for sender, to, error in (
        ("bo@example.se", address, WrongSender),
        (EMAIL, guessed, NoSuchCase),
        (EMAIL, nowhere, NoSuchCase),
        (EMAIL, BOX, NoSuchCase),
    ):
        with pytest.raises(error) as told:
            receive_mail(database, post, make_mail(From=sender, To=to).as_bytes(), NOON)
        assert sender not in str(told.value)
    assert list_written(database, case_id) == []


def test_a_mail_that_says_nothing_or_has_a_file_that_is_not_taken_is_refused_whole(
    database: Database, post: CasePost, mailbox: Mailbox, case_id: str
) -> None:
    address = reply_to(database, post, mailbox, case_id)
    with_picture = make_mail("Se bilden.", From=EMAIL, To=address)
    with_picture.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="karta.png")
    for mail in (with_picture, make_mail("Mvh Anna\n", From=EMAIL, To=address)):
        with pytest.raises(CaseMailRefused, match="was not taken"):
            receive_mail(database, post, mail.as_bytes(), NOON)
    assert list_written(database, case_id) == []


def test_who_no_longer_takes_part_is_not_heard(
    database: Database, post: CasePost, mailbox: Mailbox, case_id: str
) -> None:
    ask_id = add_ask(database, case_id, state="no")
    code = read_case(database, case_id).code
    address = write_reply_address(database.vault, BOX, case_id, code, ask_id)
    with pytest.raises(NoSuchCase):
        receive_mail(database, post, make_mail(From="est@example.se", To=address).as_bytes(), NOON)


def test_a_mail_server_that_refuses_is_logged_without_the_address(
    database: Database, post: CasePost, mailbox: Mailbox, case_id: str, caplog: pytest.LogCaptureFixture
) -> None:
    mailbox.refuses = True
    assert tell(database, post, case_id) == 0
    assert EMAIL not in "".join(record.getMessage() for record in caplog.records if record.name != "mail.log")
