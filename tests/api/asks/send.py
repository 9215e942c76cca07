"""What an advisor and an organisation do in their browsers."""

import re
from email.message import EmailMessage

from fastapi.testclient import TestClient
from httpx2 import Response
from lxml import html

from tests.api.asks.conftest import EXPERT
from tests.api.pages.fill_form import fill_form
from tests.mail import Mailbox

LINK = re.compile(r"https://till-handling\.example\.se(/fraga-expert/\w+)")


def ask(advisor: TestClient, here: str, experts: tuple[str, ...] = (EXPERT,), **typed: str) -> Response:
    """What comes of ticking the experts on the page and asking."""
    fields = dict(fill_form(advisor.get(here).text, here))
    data = {**fields, f"address-{EXPERT}": "stod@example.se", **typed, "expert": list(experts)}
    return advisor.post(here, data=data, follow_redirects=False)


def send(browser: TestClient, page: str, action: str, typed: dict[str, str] | None = None, number: int = 0) -> Response:
    """What comes of sending the page's form with the action, the first of several unless another is told."""
    forms = [form for form in html.fromstring(browser.get(page).text).forms if form.action == action]
    fields = dict(forms[number].form_values())
    buttons = forms[number].xpath(".//button[@name]")
    pressed = {button.get("name"): button.get("value") for button in buttons}
    return browser.post(action, data={**fields, **pressed, **(typed or {})}, follow_redirects=False)


def find_link(mailbox: Mailbox) -> str:
    """The path of the link in the last letter that has one."""
    found = [match for letter in mailbox.messages if (match := LINK.search(body_of(letter)))]
    return found[-1][1]


def body_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def calendar_of(letter: EmailMessage) -> tuple[str, list[str]]:
    """The method in the header of the part, and the lines of the iCalendar."""
    (part,) = [part for part in letter.walk() if part.get_content_type() == "text/calendar"]
    raw = part.get_payload(decode=True)
    assert isinstance(raw, bytes)
    return str(part.get_param("method")), raw.replace(b"\r\n ", b"").decode().split("\r\n")
