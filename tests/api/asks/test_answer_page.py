"""The link of the letter: it shows what is asked, opening it answers nothing, an answer is given once."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from api.store.cases.asks import list_asks
from api.store.database import Database
from api.store.experts.bookings import book, list_bookings
from tests.api.asks.conftest import EXPERT, Browse
from tests.api.asks.send import ask, body_of, find_link, send
from tests.api.pages.nesting import check_nesting
from tests.api.pages.read_page import read_page
from tests.api.store.experts.told import ADVISOR, make_wanted, new_case, tell_calendar
from tests.fakes.moments import NOON, SetMoments
from tests.mail import Mailbox


@pytest.fixture
def link(advisor: TestClient, here: str, mailbox: Mailbox) -> str:
    """The path of the link that the organisation was sent."""
    ask(advisor, here)
    path = find_link(mailbox)
    mailbox.messages.clear()
    return path


def test_the_page_shows_what_is_asked_with_personal_data_masked(browse: Browse, link: str) -> None:
    answer = browse().get(link)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    check_nesting(answer.text)
    assert "noindex" in answer.text
    for told in ("Borås", "SSPF", "Ungefär 8", "Svara före 6 december 2026"):
        assert told in answer.text
    assert "070-174 06 71" not in answer.text
    assert "till=" not in answer.text


def test_opening_the_link_answers_nothing(browse: Browse, link: str, stored: Database, case_id: str) -> None:
    for method in ("GET", "HEAD", "GET"):
        browse().request(method, link)
    with stored.reading() as session:
        assert [row.state for row in list_asks(session, case_id)] == ["waiting"]


def test_a_yes_holds_the_time_and_the_advisor_is_told(
    browse: Browse, link: str, mailbox: Mailbox, stored: Database, case_id: str, here: str
) -> None:
    guest = browse()
    answer = send(guest, link, link, {"answer": "yes", "note": "Vi ses!"})
    assert (answer.status_code, answer.headers["location"]) == (303, link)
    shown = guest.get(link).text
    check_nesting(shown)
    assert "Ni har svarat ja." in shown
    assert "Tiden hålls" in shown
    assert "<form" not in shown.split("<main", 1)[1].split("</main", 1)[0]
    (letter,) = mailbox.messages
    assert letter["To"] == "rad@lst.example.se"
    assert here in body_of(letter)
    assert "Vi ses!" not in body_of(letter)
    with stored.reading() as session:
        assert [row.state for row in list_bookings(session, case_id)] == ["held"]


def test_a_no_with_its_reason_is_shown_to_the_advisor(
    browse: Browse, link: str, advisor: TestClient, here: str, mailbox: Mailbox
) -> None:
    send(browse(), link, link, {"answer": "no", "note": "Vi har fullt till mars."})
    shown = advisor.get(here).text
    assert "Vi har fullt till mars." in shown
    assert "har svarat nej" in body_of(mailbox.messages[0])


def test_another_answer_afterwards_is_refused_and_the_same_changes_nothing(
    browse: Browse, link: str, mailbox: Mailbox, stored: Database, case_id: str
) -> None:
    guest = browse()
    form = {"csrf": _token(guest, link), "answer": "yes"}
    assert [guest.post(link, data=form, follow_redirects=False).status_code for _ in range(2)] == [303, 303]
    assert guest.post(link, data={**form, "answer": "no"}).status_code == 409
    assert len(mailbox.messages) == 1
    with stored.reading() as session:
        assert len(list_bookings(session, case_id)) == 1


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"answer": ""}, "answer"),
        ({"answer": "other"}, "first"),
        ({"answer": "other", "first": "2027-03-01", "last": "2027-02-01"}, "last"),
        ({"answer": "no", "note": "x" * 2_001}, "note"),
    ],
)
def test_an_answer_that_cannot_be_is_shown_again_as_it_was_typed(
    browse: Browse, link: str, typed: dict[str, str], field: str
) -> None:
    guest = browse()
    answer = send(guest, link, link, {"note": "Kanske", **typed})
    assert answer.status_code == 422
    check_nesting(answer.text)
    page = read_page(answer.text)
    assert page.by_id(f"{field}-fault").text
    assert page.by_id("note").text.strip() == typed.get("note", "Kanske")


def test_a_yes_when_others_were_first_says_so_to_both(
    browse: Browse, link: str, stored: Database, case_id: str, mailbox: Mailbox
) -> None:
    with stored.session() as session:
        tell_calendar(session, EXPERT, 1)
        book(session, make_wanted(new_case(session), expert_slug=EXPERT, hours=0.5), ADVISOR, NOON)
    guest = browse()
    send(guest, link, link, {"answer": "yes"})
    assert "Timmarna är redan bokade av andra" in guest.get(link).text
    assert "redan bokade av andra" in body_of(mailbox.messages[0])
    with stored.reading() as session:
        assert list_bookings(session, case_id) == []


def test_a_link_is_dead_after_fourteen_days_and_told_as_one_that_never_was(
    browse: Browse, link: str, moments: SetMoments
) -> None:
    moments.move(timedelta(days=14))
    answers = [browse().get(path) for path in (link, f"/fraga-expert/{'a' * 64}", "/fraga-expert/å")]
    assert [answer.status_code for answer in answers] == [404] * 3
    assert len({read_page(answer.text).all("main")[0].text for answer in answers}) == 1


def test_an_answer_without_the_token_of_its_form_is_refused(browse: Browse, link: str) -> None:
    assert browse().post(link, data={"answer": "yes"}).status_code == 403


def _token(browser: TestClient, page: str) -> str:
    inputs = read_page(browser.get(page).text).all("input")
    return next(field.attributes["value"] for field in inputs if field.attributes.get("name") == "csrf")
