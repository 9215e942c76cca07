"""The advisor sees who fits and why, asks some of them, and books what they agree to."""

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


def test_who_fits_is_told_with_reasons_and_who_may_not_be_asked_with_why(advisor: TestClient, here: str) -> None:
    answer = advisor.get(here)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    check_nesting(answer.text)
    page = read_page(answer.text)
    ticks = [field.attributes["value"] for field in page.all("input") if field.attributes.get("name") == "expert"]
    assert EXPERT in ticks
    assert "Pojkar på tolv år bär väskor åt äldre." in answer.text
    assert "Organisationen har ingen kalender här" in answer.text
    assert "Får inte frågas i ärendet" in answer.text


def test_the_page_is_in_english_too(advisor: TestClient, here: str) -> None:
    answer = advisor.get(f"{here}?lang=en")
    check_nesting(answer.text)
    assert "Ask experts" in answer.text


def test_who_is_asked_gets_a_letter_with_a_link_and_no_word_of_the_municipality(
    advisor: TestClient, here: str, mailbox: Mailbox, stored: Database, case_id: str
) -> None:
    answer = ask(advisor, here)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{here}#fragade")
    (letter,) = mailbox.messages
    assert (letter["To"], letter["Subject"]) == ("stod@example.se", "En fråga om stöd")
    body = body_of(letter)
    assert "Borås har bett om stöd" in body
    assert "december 2026–februari 2027" in body
    assert "rad@lst.example.se" in body
    assert "om SSPF." not in body
    assert "070" not in body
    assert "Pojkar" not in body
    with stored.reading() as session:
        (row,) = list_asks(session, case_id)
        assert (row.address, row.hours, row.state) == ("stod@example.se", 8, "waiting")
    shown = advisor.get(here).text
    assert "Väntar på svar" in shown
    assert "stod@example.se" in shown


def test_a_form_that_is_sent_twice_asks_once(advisor: TestClient, here: str, mailbox: Mailbox) -> None:
    for _ in range(2):
        assert ask(advisor, here, once="samma").status_code in (303, 422)
    assert len(mailbox.messages) == 1


def test_several_are_asked_at_once(advisor: TestClient, here: str, mailbox: Mailbox) -> None:
    page = read_page(advisor.get(here).text)
    ticks = [field.attributes["value"] for field in page.all("input") if field.attributes.get("name") == "expert"]
    two = tuple(ticks[:2])
    typed = {f"address-{slug}": f"{slug}@example.se" for slug in two}
    assert ask(advisor, here, two, **typed).status_code == 303
    assert {letter["To"] for letter in mailbox.messages} == {f"{slug}@example.se" for slug in two}


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"hours": "många"}, "ask-hours"),
        ({"first": "imorgon"}, "ask-first"),
        ({"first": "2027-02-01", "last": "2027-01-01"}, "ask-last"),
        ({f"address-{EXPERT}": "ingen adress"}, f"ask-address-{EXPERT}"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands_and_nothing_typed_is_lost(
    advisor: TestClient, here: str, mailbox: Mailbox, typed: dict[str, str], field: str
) -> None:
    answer = ask(advisor, here, (EXPERT,), **typed)
    assert answer.status_code == 422
    check_nesting(answer.text)
    page = read_page(answer.text)
    assert page.by_id(f"{field}-fault").text
    assert page.by_id(field).attributes["value"] == next(reversed(typed.values()))
    assert "checked" in page.by_id(f"ask-expert-{EXPERT}").attributes
    assert mailbox.messages == []


def test_nobody_chosen_is_told(advisor: TestClient, here: str) -> None:
    answer = ask(advisor, here, ())
    assert answer.status_code == 422
    assert "Välj minst en expert" in answer.text


def test_where_no_letter_leaves_the_link_is_shown_this_once(
    advisor: TestClient, here: str, mailbox: Mailbox, browse: Browse
) -> None:
    mailbox.refuses = True
    answer = ask(advisor, here)
    assert answer.status_code == 200
    links = [f.attributes["value"] for f in read_page(answer.text).all("input") if "readonly" in f.attributes]
    (link,) = links
    assert browse().get(link.removeprefix("https://till-handling.example.se")).status_code == 200
    assert link not in advisor.get(here).text


def test_a_question_is_sent_again_and_taken_back(
    advisor: TestClient, here: str, mailbox: Mailbox, browse: Browse
) -> None:
    ask(advisor, here)
    link = find_link(mailbox)
    assert send(advisor, here, f"{here}/igen").status_code == 200
    assert len(mailbox.messages) == 2
    assert find_link(mailbox) == link
    assert send(advisor, here, f"{here}/aterta").status_code == 303
    assert browse().get(link).status_code == 404
    assert "Återtagen" in advisor.get(here).text


def test_hours_that_are_not_left_are_refused_with_who_was_first(
    advisor: TestClient, here: str, stored: Database, mailbox: Mailbox
) -> None:
    with stored.session() as session:
        tell_calendar(session, EXPERT, 10)
        first = new_case(session)
        book(session, make_wanted(first, expert_slug=EXPERT, hours=8.0), ADVISOR, NOON)
    assert "Kvar enligt kalendern: december 2026 2 timmar" in " ".join(advisor.get(here).text.split())
    answer = ask(advisor, here, first="2026-12-01", last="2026-12-31", hours="3", holds="1")
    assert answer.status_code == 422
    assert "Det finns 2 timmar kvar i december 2026 och 3 behövs. Först var ärende" in answer.text
    assert mailbox.messages == []
    typed = {"expert": EXPERT, "first": "2026-12-01", "last": "2026-12-31", "hours": "3"}
    answer = send(advisor, here, f"{here}/boka", typed)
    assert answer.status_code == 409
    check_nesting(answer.text)
    assert read_page(answer.text).by_id("book-hours").attributes["value"] == "3"
    assert "Välj andra dagar, färre timmar eller en annan expert." in answer.text


def test_hours_are_held_confirmed_moved_and_called_off(
    advisor: TestClient, here: str, stored: Database, case_id: str, moments: SetMoments
) -> None:
    typed = {"expert": EXPERT, "first": "2026-12-01", "last": "2026-12-18", "hours": "7,5", "state": "held"}
    assert send(advisor, here, f"{here}/boka", typed).status_code == 303
    assert "Hålls till" in advisor.get(here).text
    moments.move(timedelta(hours=49))
    assert "Har löpt ut" in advisor.get(here).text
    assert send(advisor, here, f"{here}/bekrafta").status_code == 303
    assert send(advisor, here, f"{here}/flytta", {"first": "2026-12-07"}).status_code == 303
    assert send(advisor, here, f"{here}/flytta", {"hours": "0"}).status_code == 422
    with stored.reading() as session:
        (row,) = list_bookings(session, case_id)
        assert (row.state, row.first.day, row.hours, row.n_changes) == ("confirmed", 7, 7.5, 1)
    assert send(advisor, here, f"{here}/avboka", {"reason": "Sjukdom"}).status_code == 303
    shown = advisor.get(here).text
    check_nesting(shown)
    assert "Avbokat" in shown


def test_other_days_that_an_organisation_proposes_are_booked_with_a_press(
    advisor: TestClient, here: str, mailbox: Mailbox, browse: Browse, stored: Database, case_id: str
) -> None:
    ask(advisor, here)
    link = find_link(mailbox)
    send(browse(), link, link, {"answer": "other", "first": "2027-03-01", "last": "2027-03-31"})
    assert "Föreslår: mars 2027" in " ".join(advisor.get(here).text.split())
    assert send(advisor, here, f"{here}/boka").status_code == 303
    with stored.reading() as session:
        (row,) = list_bookings(session, case_id)
        assert (row.first.isoformat(), row.hours, row.state) == ("2027-03-01", 8, "confirmed")


def test_the_page_is_for_advisors_of_the_case(browse: Browse, here: str) -> None:
    assert browse("r@annan.example.se", code="01").get(here).status_code == 404
    assert browse("k@alvdala.example.se", "coordinator", "municipality", "1490").get(here).status_code == 403
    assert browse().get(here, follow_redirects=False).status_code in (303, 401)
