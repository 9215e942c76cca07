"""Signing in and one's own account in a browser: both languages, with and without script, by keyboard, on a phone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from api.access.cookies import SIGN_IN_COOKIE
from api.languages import load_strings
from api.store.accounts import Account
from api.store.database import Database
from tests.api.conftest import make_app
from tests.browser.accessibility import find_violations
from tests.browser.conftest import VISITORS
from tests.browser.keyboard import walk_with_tab
from tests.browser.layout import find_misfits
from tests.browser.live_server import serve
from tests.browser.open_pages import NewPage, open_pages
from tests.browser.visitor import LOCALES, Visitor
from tests.fakes.moments import NOON
from tests.mail import Mailbox, run_mail_server
from tests.store import EMAIL, make_account, make_sign_in

PAGES = ("/logga-in", "/konto", "/konto/radera")


@dataclass(frozen=True, slots=True)
class Service:
    origin: str
    mailbox: Mailbox
    database: Database


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service without an index, which accounts need none of, with a mail server."""
    folder = tmp_path_factory.mktemp("accounts")
    with run_mail_server() as mailbox:
        app = make_app(folder / "snapshots", state=folder / "state", mail_server=mailbox.url)
        with serve(app) as origin:
            make_account(app.state.database)
            yield Service(origin, mailbox, app.state.database)


@pytest.fixture
def new_page(browser: Browser, service: Service) -> Iterator[NewPage]:
    with open_pages(browser, service.origin) as make:
        yield make


@pytest.fixture(params=VISITORS)
def visitor(request: pytest.FixtureRequest, new_page: NewPage) -> Visitor:
    language, has_script = VISITORS[request.param]
    return Visitor(new_page(LOCALES[language], java_script_enabled=has_script), load_strings(language))


def _sign_in(page: Page, service: Service) -> None:
    """As a browser that used a link before; another one of the account is signed in too."""
    with service.database.reading() as session:
        account_id = session.scalars(select(Account.id)).one()
    cookies = [make_sign_in(service.database, account_id, NOON) for _ in range(2)]
    page.context.add_cookies([{"name": SIGN_IN_COOKIE, "value": cookies[0], "url": service.origin}])


def test_from_a_link_in_a_message_to_signed_out(visitor: Visitor, service: Service) -> None:
    page, t, n_before = visitor.page, visitor.t, len(service.mailbox.messages)
    page.goto("/widget")
    page.get_by_role("link", name=t["nav_sign_in"], exact=True).click()
    visitor.field("sign_in_email").fill(EMAIL)
    visitor.click("sign_in_button")
    expect(visitor.heading("link_sent_heading")).to_be_visible()
    (link,) = re.findall(r"http://\S+", service.mailbox.wait_for_more(n_before).get_content())
    page.goto(link)
    visitor.click("link_button")
    expect(page).to_have_url(f"{service.origin}/widget")
    page.get_by_role("link", name=t["nav_account"], exact=True).click()
    expect(visitor.heading("account_heading")).to_be_visible()
    expect(page.get_by_text(EMAIL)).to_be_visible()
    visitor.click("sign_out")
    expect(page.get_by_role("link", name=t["nav_sign_in"], exact=True)).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
def test_no_page_of_accounts_has_a_fault(new_page: NewPage, service: Service, path: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 900})
    if path != "/logga-in":
        _sign_in(page, service)
    page.goto(path)
    assert find_violations(page) == []
    walk = walk_with_tab(page)
    assert (walk.unreached, walk.unseen) == ((), ())
    page.emulate_media(color_scheme="dark")
    assert find_violations(page, "cat.color") == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert find_misfits(page) == []
