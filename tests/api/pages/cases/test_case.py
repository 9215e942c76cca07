"""A case shows where it stands, its thread and its files to those who take part in it, and to nobody else."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from fastapi.testclient import TestClient

from api.cases.files import MAX_FILE_BYTES
from api.store.database import Database
from tests.api.case_service import add_ask, make_browser
from tests.api.pages.fill_form import fill_form
from tests.api.pages.plans.saved.send import send
from tests.api.pages.read_page import read_page
from tests.api.store.cases.made import list_done, read_case
from tests.fakes.moments import SetMoments
from tests.mail import Mailbox

PDF = b"%PDF-1.7\n%%EOF"
Files = list[tuple[str, tuple[str, bytes]]]


def write(browser: TestClient, here: str, text: str, files: Files | None = None, **typed: str) -> tuple[int, str]:
    """Status and where it leads, or the page that is shown again."""
    form = {**dict(fill_form(browser.get(here).text, f"{here}/meddelanden")), "text": text, **typed}
    form.pop("files", None)
    answer = browser.post(f"{here}/meddelanden", data=form, files=files or [], follow_redirects=False)
    return answer.status_code, answer.headers.get("location", answer.text)


def test_who_takes_part_writes_and_the_others_are_told_where_they_answer(
    service: TestClient, anna: TestClient, rut: TestClient, here: str, mailbox: Mailbox, case_id: str, stored: Database
) -> None:
    add_ask(stored, case_id)
    est = make_browser(service, "est@example.se", "expert", "expert", "est-stod")
    rut.post(f"{here}/hantera/ta", data=dict(fill_form(rut.get(here).text, f"{here}/hantera/ta")))
    mailbox.messages.clear()
    for browser, text in ((anna, "Hur går det?"), (rut, "Vi har frågat."), (est, "Jag kan på tisdag.")):
        assert write(browser, here, text)[0] == 303
    for browser in (anna, rut, est):
        page = browser.get(here).text
        assert [text in page for text in ("Hur går det?", "Vi har frågat.", "Jag kan på tisdag.")] == [True] * 3
    told = [message["To"] for message in mailbox.messages]
    assert told[:2] == ["rut@lst.example.se", "est@example.se"]
    assert len(told) == 3 * 2
    assert all(message["Reply-To"].startswith("arenden+") for message in mailbox.messages)
    assert not any("tisdag" in message.as_string() for message in mailbox.messages)


def test_a_message_that_is_sent_twice_is_there_once(
    anna: TestClient, here: str, case_id: str, stored: Database
) -> None:
    form = {**dict(fill_form(anna.get(here).text, f"{here}/meddelanden")), "text": "Hej"}
    places = {anna.post(f"{here}/meddelanden", data=form, follow_redirects=False).headers["location"] for _ in "ab"}
    assert len(places) == 1
    assert list_done(stored, case_id) == ["created", "written"]


def test_a_file_comes_back_as_it_was_under_a_tidy_name_and_is_never_opened_in_the_site(
    anna: TestClient, here: str
) -> None:
    files = [("files", ("../Åtgärder <1>.pdf", PDF)), ("files", ("tal.csv", b"a;b\n1;2\n"))]
    assert write(anna, here, "", files)[0] == 303
    links = [link for link in read_page(anna.get(here).text).links() if "/filer/" in link]
    answers = [anna.get(link) for link in links]
    assert sorted(answer.content for answer in answers) == sorted((PDF, b"a;b\n1;2\n"))
    headers = {answer.headers["content-type"]: answer.headers for answer in answers}
    told = headers["application/pdf"]
    assert told["content-disposition"] == "attachment; filename*=UTF-8''%C3%85tg%C3%A4rder%20_1_.pdf"
    assert (told["x-content-type-options"], told["cache-control"]) == ("nosniff", "no-store")


def _zip(**parts: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, raw in parts.items():
            archive.writestr(name.replace("__", "/"), raw)
    return made.getvalue()


@pytest.mark.parametrize(
    "files",
    [
        [("bild.png", b"\x89PNG\r\n")],
        [("sida.html", b"<html><script>alert(1)</script>")],
        [("program.exe", b"MZ\x00\x01\x02")],
        [("arkiv.zip", _zip(a=b"1"))],
        [("makro.docm", _zip(word__vbaProject=b"1", word__document=b"1"))],
        [("tom.txt", b"")],
        [("stor.txt", b"a" * (MAX_FILE_BYTES + 1))],
        [(f"{n}.txt", b"hej") for n in range(6)],
    ],
    ids=["picture", "page", "program", "archive", "macros", "empty", "too large", "too many"],
)
def test_what_is_no_document_is_not_taken_and_the_text_is_kept_in_the_form(
    anna: TestClient, here: str, files: list[tuple[str, bytes]]
) -> None:
    status, page = write(anna, here, "Se filen.", [("files", file) for file in files])
    assert status == 422
    assert "går inte att ta emot" in read_page(page).by_id("files-fault").text
    assert dict(fill_form(page, f"{here}/meddelanden"))["text"] == "Se filen."
    assert "Se filen." not in anna.get(here).text


def test_personal_data_of_others_is_masked_when_that_is_said(anna: TestClient, here: str) -> None:
    status, page = write(anna, here, "Ring Kevin på 070-174 06 71.")
    assert status == 422
    assert "070-174 06 71" in page
    assert write(anna, here, "Ring eleven Kevin på 070-174 06 71.", mask="1")[0] == 303
    assert "Ring eleven [namn] på [telefon]." in anna.get(here).text


def test_where_the_case_stands_is_told_in_plain_words(
    anna: TestClient, rut: TestClient, here: str, moments: SetMoments
) -> None:
    assert "Ingen har tagit ärendet än. Det ligger hos Västra Götaland, och ska få svar senast 29 november 2026" in (
        anna.get(here).text
    )
    moments.move(timedelta(days=8))
    assert "svaret skulle ha kommit 29 november 2026" in anna.get(here).text
    send(rut, here, f"{here}/hantera/ta")
    assert "rut@lst.example.se har ärendet." in anna.get(here).text


def test_the_wish_is_changed_and_whoever_has_it_is_told(
    anna: TestClient, rut: TestClient, here: str, case_id: str, stored: Database, mailbox: Mailbox
) -> None:
    send(rut, here, f"{here}/hantera/ta")
    mailbox.messages.clear()
    assert send(anna, f"{here}/andra", f"{here}/andra", {"wish": "En utbildning.", "hours": "3"}).status_code == 303
    assert "En utbildning." in anna.get(here).text
    assert read_case(stored, case_id).hours == 3
    assert [message["To"] for message in mailbox.messages] == ["rut@lst.example.se"]
    answer = send(anna, f"{here}/andra", f"{here}/andra", {"wish": "Ring Kevin på 070-174 06 71."})
    assert (answer.status_code, "personuppgifter" in answer.text) == (422, True)


def test_the_asker_ends_the_case(anna: TestClient, here: str, case_id: str, stored: Database) -> None:
    assert send(anna, here, f"{here}/avsluta", {"words": "Vi löste det."}).status_code == 303
    page = anna.get(here).text
    assert "Ärendet är avslutat." in page
    assert "Vi löste det." in page
    assert read_case(stored, case_id).state == "done"
    assert send(anna, here, f"{here}/meddelanden", {"text": "Tack!"}).status_code == 303


def test_an_expert_sees_what_is_asked_and_the_thread_but_not_who_is_not_to_be_asked(
    service: TestClient, anna: TestClient, stored: Database, here: str, case_id: str
) -> None:
    est = make_browser(service, "est@example.se", "expert", "expert", "est-stod")
    assert est.get(here).status_code == 404
    add_ask(stored, case_id)
    page = est.get(here)
    assert (page.status_code, "startat SSPF" in page.text) == (200, True)
    assert [est.get(f"{here}/{end}").status_code for end in ("historik", "hantera", "andra")] == [403] * 3


def test_nobody_else_finds_the_case_or_its_files(service: TestClient, anna: TestClient, here: str) -> None:
    write(anna, here, "", [("files", ("a.txt", b"hej"))])
    (file,) = [link for link in read_page(anna.get(here).text).links() if "/filer/" in link]
    others = (
        make_browser(service, "bo@annan.example.se", code="0180"),
        make_browser(service, "r@annan.example.se", "advisor", "county", "01"),
        make_browser(service, "x@example.se", "expert", "expert", "annan"),
    )
    for browser in others:
        for address in (here, file, f"/arenden/{'0' * 32}"):
            assert browser.get(address).status_code == 404
    assert service.get(here, follow_redirects=False).status_code == 303
