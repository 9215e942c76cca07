"""A booking that is confirmed, moved or cancelled is told to the calendars of both, as Outlook reads it."""

from fastapi.testclient import TestClient

from tests.api.asks.conftest import EXPERT, Browse
from tests.api.asks.send import ask, body_of, calendar_of, find_link, send
from tests.mail import Mailbox

ORGANISATION, ASKER = "stod@example.se", "anna@alvdala.example.se"


def test_a_yes_that_books_at_once_invites_both_with_no_word_of_the_municipality(
    advisor: TestClient, browse: Browse, here: str, mailbox: Mailbox
) -> None:
    ask(advisor, here, books_at_once="1")
    link = find_link(mailbox)
    mailbox.messages.clear()
    send(browse(), link, link, {"answer": "yes"})
    invited = [letter for letter in mailbox.messages if letter["Subject"].startswith("Bokning i ärende")]
    assert {letter["To"] for letter in invited} == {ORGANISATION, ASKER}
    method, lines = calendar_of(invited[0])
    assert method == "REQUEST"
    assert {"METHOD:REQUEST", "SEQUENCE:0", "DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20270301"} <= set(lines)
    (title,) = [line for line in lines if line.startswith("SUMMARY")]
    assert title.startswith("SUMMARY:Stöd från ")
    assert " till Borås\\, ärende " in title
    assert len([line for line in lines if line.startswith("ATTENDEE") and "RSVP=TRUE" in line]) == 2
    assert 'ORGANIZER;CN="Till handling":mailto:till-handling@example.se' in lines
    assert not any("SSPF." in line or "Pojkar" in line for line in lines)
    assert "SSPF." not in body_of(invited[0])


def test_moved_has_a_higher_sequence_of_the_same_invitation_and_called_off_a_cancel(
    advisor: TestClient, here: str, mailbox: Mailbox
) -> None:
    ask(advisor, here)
    mailbox.messages.clear()
    typed = {"expert": EXPERT, "first": "2026-12-01", "last": "2026-12-18", "hours": "4"}
    send(advisor, here, f"{here}/boka", typed)
    send(advisor, here, f"{here}/flytta", {"first": "2026-12-07"})
    send(advisor, here, f"{here}/avboka", {"reason": "Sjukdom"})
    told = [calendar_of(letter) for letter in mailbox.messages if letter["To"] == ORGANISATION]
    assert [method for method, _ in told] == ["REQUEST", "REQUEST", "CANCEL"]
    uids = [next(line for line in lines if line.startswith("UID")) for _, lines in told]
    assert len(set(uids)) == 1
    sequences = [next(line for line in lines if line.startswith("SEQUENCE")) for _, lines in told]
    assert sequences == ["SEQUENCE:0", "SEQUENCE:1", "SEQUENCE:2"]
    assert not any("Sjukdom" in letter.as_string() for letter in mailbox.messages)


def test_what_is_only_held_invites_nobody(advisor: TestClient, here: str, mailbox: Mailbox) -> None:
    typed = {"expert": EXPERT, "first": "2026-12-01", "last": "2026-12-18", "hours": "4", "state": "held"}
    send(advisor, here, f"{here}/boka", typed)
    send(advisor, here, f"{here}/avboka")
    assert mailbox.messages == []


def test_a_mail_server_that_refuses_stops_no_booking(advisor: TestClient, here: str, mailbox: Mailbox) -> None:
    mailbox.refuses = True
    typed = {"expert": EXPERT, "first": "2026-12-01", "last": "2026-12-18", "hours": "4"}
    assert send(advisor, here, f"{here}/boka", typed).status_code == 303
