"""An organisation is invited by a link, once, within thirty days, and answers for its profile from then on."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.store.accounts import Role
from tests.api.expert_side.conftest import run_side
from tests.api.expert_side.side import ADDRESS, OTHER, SLUG, Side
from tests.api.pages.fill_form import fill_form
from tests.api.pages.plans.saved.send import send
from tests.api.pages.read_page import read_page
from tests.mail import Mailbox

INVITE = f"/expert/{SLUG}/bjud-in"


@pytest.fixture
def mailing(few_experts: Path, tmp_path: Path, mailbox: Mailbox) -> Iterator[Side]:
    yield from run_side(few_experts, tmp_path, mail_server=mailbox.url, public_url="http://testserver")


def make_link(inviting: TestClient, address: str = ADDRESS, page: str = INVITE) -> str:
    """The path of a new link."""
    shown = read_page(send(inviting, page, page, {"address": address}).text)
    return shown.by_id("new-link").attributes["value"].removeprefix("http://testserver")


def accept(guest: TestClient, path: str) -> str:
    """Where the button of the invitation leads."""
    return send(guest, path, "/expert-inbjudan").headers["location"]


@pytest.mark.parametrize("role", ["advisor", "editor"])
def test_the_way_to_invite_stands_on_the_profile_for_those_who_may(side: Side, role: Role) -> None:
    browser = side.browse(role)
    assert INVITE in read_page(browser.get(f"/expert/{SLUG}").text).links()
    assert INVITE not in read_page(side.client.get(f"/expert/{SLUG}").text).links()


def test_the_address_is_that_of_the_profile_until_another_is_typed(side: Side) -> None:
    expert = side.app.state.serving.published.snapshot.experts[SLUG]
    form = dict(fill_form(side.browse("advisor").get(INVITE).text, INVITE))
    assert form["address"] == (expert.mailbox or "")


def test_whoever_opens_the_link_answers_for_the_profile(side: Side) -> None:
    path, guest = make_link(side.browse("advisor")), side.browse()
    shown = guest.get(path)
    assert side.app.state.serving.published.snapshot.experts[SLUG].organisation in shown.text
    assert shown.headers["cache-control"] == "no-store"
    assert accept(guest, path) == "/min-profil"
    assert guest.get("/min-profil").status_code == 200
    assert ADDRESS in guest.get("/konto").text


def test_opening_the_page_uses_nothing_and_the_button_works_once(side: Side) -> None:
    path, guest = make_link(side.browse("advisor")), side.browse()
    form = dict(fill_form(guest.get(path).text, "/expert-inbjudan"))
    for _ in range(2):
        assert guest.get(path).status_code == 200
    accept(guest, path)
    again = side.browse().get(path)
    assert (again.status_code, "Inbjudan gäller inte längre" in again.text) == (410, True)
    csrf = dict(fill_form(guest.get("/min-profil").text, "/min-profil"))["csrf"]
    assert guest.post("/expert-inbjudan", data={"token": form["token"], "csrf": csrf}).status_code == 410


def test_it_is_too_old_after_thirty_days(side: Side) -> None:
    path = make_link(side.browse("advisor"))
    side.move(timedelta(days=29, hours=23))
    assert side.browse().get(path).status_code == 200
    side.move(timedelta(hours=1))
    assert side.browse().get(path).status_code == 410


def test_a_second_invitation_to_the_same_address_opens_the_same_account(side: Side) -> None:
    inviting = side.browse("advisor")
    for _ in range(2):
        guest = side.browse()
        assert accept(guest, make_link(inviting)) == "/min-profil"


def test_an_address_with_an_account_for_something_else_is_refused_and_what_was_typed_stays(side: Side) -> None:
    inviting = side.browse("advisor", "advisor@example.se")
    side.browse("expert", "annan@example.se", OTHER)
    for address in ("advisor@example.se", "annan@example.se"):
        answer = send(inviting, INVITE, INVITE, {"address": address})
        assert answer.status_code == 422
        assert "har redan ett konto för något annat" in answer.text
        assert f'value="{address}"' in answer.text


def test_what_is_no_address_is_told(side: Side) -> None:
    answer = send(side.browse("advisor"), INVITE, INVITE, {"address": "tranemo"})
    assert (answer.status_code, 'value="tranemo"' in answer.text) == (422, True)


def test_a_form_that_is_sent_twice_makes_one_link(side: Side) -> None:
    inviting = side.browse("advisor")
    form = {**dict(fill_form(inviting.get(INVITE).text, INVITE)), "address": ADDRESS}
    pages = [read_page(inviting.post(INVITE, data=form).text) for _ in range(2)]
    assert len({page.by_id("new-link").attributes["value"] for page in pages}) == 1
    assert sum(ADDRESS in item.text for item in pages[1].all("li")) == 1


def test_with_a_mail_server_it_is_sent_once_and_the_link_is_not_shown(mailing: Side, mailbox: Mailbox) -> None:
    inviting = mailing.browse("advisor")
    form = {**dict(fill_form(inviting.get(INVITE).text, INVITE)), "address": ADDRESS}
    shown = [inviting.post(INVITE, data=form).text for _ in range(2)][1]
    assert "expert-inbjudan" not in shown
    assert f"Inbjudan är skickad till {ADDRESS}" in shown
    (message,) = mailbox.messages
    assert (message["To"], message["Subject"]) == (ADDRESS, "Inbjudan från Till handling")
    text = message.get_content()
    assert "http://testserver/expert-inbjudan/" in text
    path = text.split("http://testserver")[1].split()[0]
    assert accept(mailing.browse(), path) == "/min-profil"


def test_a_message_that_cannot_be_sent_leaves_the_link_to_hand_over(mailing: Side, mailbox: Mailbox) -> None:
    mailbox.refuses = True
    assert make_link(mailing.browse("advisor")).startswith("/expert-inbjudan/")


def test_a_profile_that_is_not_there_cannot_be_invited_to(side: Side) -> None:
    assert side.browse("advisor").get("/expert/finns-inte/bjud-in").status_code == 404


def test_the_sign_in_page_is_not_told_the_token(side: Side) -> None:
    path = make_link(side.browse("advisor"))
    token = path.rsplit("/", 1)[1]
    links = [link for link in read_page(side.browse().get(path).text).links() if "logga-in" in link]
    assert links
    assert not any(token in link for link in links)
