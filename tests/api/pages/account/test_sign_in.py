"""A link by e-mail: asked for, opened, used."""

import re
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from api.access.cookies import FORM_COOKIE, SIGN_IN_COOKIE
from api.accounts.attempts import MOST_PER_ADDRESS
from api.languages import load_strings
from api.store.database import Database
from tests.api.pages.fill_form import change, fill_form
from tests.api.pages.read_page import read_page
from tests.fakes.moments import SetMoments
from tests.mail import Mailbox
from tests.store import EMAIL, make_account

SV = load_strings("sv")


def ask_for_link(service: TestClient, email: str) -> str:
    """The page that answers."""
    fields = change(fill_form(service.get("/logga-in").text, "/logga-in"), "email", email)
    return service.post("/logga-in", data=dict(fields)).text


def read_link(mailbox: Mailbox) -> str:
    """The path of the link that was sent last."""
    (link,) = re.findall(r"http://testserver(/\S+)", mailbox.messages[-1].get_content())
    return str(link)


def use_link(service: TestClient, path: str) -> None:
    service.post("/logga-in/lank", data=dict(fill_form(service.get(path).text, "/logga-in/lank")))


def test_from_asking_for_a_link_to_being_signed_in(service: TestClient, stored: Database, mailbox: Mailbox) -> None:
    make_account(stored)
    assert SV["link_sent_heading"] in ask_for_link(service, EMAIL.upper())
    path = read_link(mailbox)
    page = service.get(path)
    assert EMAIL in page.text
    assert page.headers["cache-control"] == "no-store"
    use_link(service, path)
    assert {FORM_COOKIE, SIGN_IN_COOKIE} & set(service.cookies) == {SIGN_IN_COOKIE}
    account = service.get("/konto")
    assert EMAIL in account.text
    assert "samordnare i kommun" in account.text


def test_an_address_without_an_account_gets_the_same_answer_and_no_message(
    service: TestClient, stored: Database, mailbox: Mailbox
) -> None:
    make_account(stored)
    known, unknown = ask_for_link(service, EMAIL), ask_for_link(service, "okand@example.se")
    assert known == unknown
    assert [message["To"] for message in mailbox.messages] == [EMAIL]


def test_a_scanner_that_opens_the_link_uses_nothing_up(service: TestClient, stored: Database, mailbox: Mailbox) -> None:
    make_account(stored)
    ask_for_link(service, EMAIL)
    path = read_link(mailbox)
    for _ in range(3):
        assert service.get(path, headers={"user-agent": "scanner"}).status_code == 200
        assert service.head(path).status_code == 200
    use_link(service, path)
    assert service.get("/konto", follow_redirects=False).status_code == 200


def test_a_link_that_was_used_says_so_and_leads_on(service: TestClient, stored: Database, mailbox: Mailbox) -> None:
    make_account(stored)
    ask_for_link(service, EMAIL)
    use_link(service, read_link(mailbox))
    service.cookies.clear()
    again = service.get(read_link(mailbox))
    assert again.status_code == 410
    assert SV["error_LinkExpired"] in again.text


def test_a_link_that_is_too_old_says_so(
    service: TestClient, stored: Database, mailbox: Mailbox, moments: SetMoments
) -> None:
    make_account(stored)
    ask_for_link(service, EMAIL)
    moments.move(timedelta(minutes=30))
    assert service.get(read_link(mailbox)).status_code == 410


@pytest.mark.parametrize("email", ["", "anna", "anna@example"])
def test_what_is_no_address_is_told_at_the_field(service: TestClient, email: str) -> None:
    page = read_page(ask_for_link(service, email))
    assert page.by_id("email-fault").text == SV["fault_email"]
    assert page.by_id("email").attributes["value"] == email


def test_too_many_attempts_are_told_at_the_field_and_end_with_time(
    service: TestClient, mailbox: Mailbox, moments: SetMoments
) -> None:
    pages = [ask_for_link(service, "okand@example.se") for _ in range(MOST_PER_ADDRESS + 1)]
    assert SV["error_TooManyAttempts"] in pages[-1]
    assert SV["error_TooManyAttempts"] not in pages[-2]
    moments.move(timedelta(minutes=15))
    assert SV["link_sent_heading"] in ask_for_link(service, "okand@example.se")


def test_a_form_from_elsewhere_sends_nothing(service: TestClient, stored: Database, mailbox: Mailbox) -> None:
    make_account(stored)
    service.get("/logga-in")
    assert service.post("/logga-in", data={"email": EMAIL, "csrf": "0" * 64}).status_code == 403
    assert mailbox.messages == []


def test_a_page_for_accounts_leads_to_the_sign_in_and_back(service: TestClient) -> None:
    answer = service.get("/konto/radera", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/logga-in?till=%2Fkonto%2Fradera")


@pytest.mark.parametrize(
    ("till", "then"),
    [("/planer/3f", "/planer/3f"), ("//elsewhere.example/x", "/konto"), ("https://elsewhere.example", "/konto")],
)
def test_a_link_by_mail_leads_back_to_a_page_of_this_site_alone(
    service: TestClient, stored: Database, mailbox: Mailbox, till: str, then: str
) -> None:
    make_account(stored)
    fields = dict(fill_form(service.get("/logga-in", params={"till": till}).text, "/logga-in"))
    service.post("/logga-in", data={**fields, "email": EMAIL})
    form = dict(fill_form(service.get(read_link(mailbox)).text, "/logga-in/lank"))
    answer = service.post("/logga-in/lank", data=form, follow_redirects=False)
    assert answer.headers["location"] == then


def test_a_form_with_another_way_back_leads_to_the_account(
    service: TestClient, stored: Database, mailbox: Mailbox
) -> None:
    make_account(stored)
    ask_for_link(service, EMAIL)
    form = dict(fill_form(service.get(read_link(mailbox)).text, "/logga-in/lank"))
    answer = service.post("/logga-in/lank", data={**form, "till": "//elsewhere.example"}, follow_redirects=False)
    assert answer.headers["location"] == "/konto"


def test_the_way_to_sign_in_leads_back_to_the_page_without_what_was_asked_there(service: TestClient) -> None:
    page = service.get("/integritet?q=hemligt").text
    assert 'href="/logga-in?till=%2Fintegritet"' in page


def test_who_has_plans_has_the_way_to_them_on_every_page(
    service: TestClient, stored: Database, mailbox: Mailbox
) -> None:
    assert 'href="/planer"' not in service.get("/integritet").text
    make_account(stored)
    ask_for_link(service, EMAIL)
    use_link(service, read_link(mailbox))
    assert 'href="/planer"' in service.get("/integritet").text


def test_who_is_signed_in_is_led_on(service: TestClient, stored: Database, mailbox: Mailbox) -> None:
    make_account(stored)
    ask_for_link(service, EMAIL)
    use_link(service, read_link(mailbox))
    answer = service.get("/logga-in?till=/konto/radera", follow_redirects=False)
    assert answer.headers["location"] == "/konto/radera"
    assert service.get("/logga-in?till=//elsewhere.example", follow_redirects=False).headers["location"] == "/konto"


def test_both_languages_have_the_message(service: TestClient, stored: Database, mailbox: Mailbox) -> None:
    make_account(stored)
    service.headers["accept-language"] = "en"
    ask_for_link(service, EMAIL)
    assert mailbox.messages[-1]["Subject"] == "Link to Till handling"
