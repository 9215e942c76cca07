"""A case's whole way by three people with phones: asked, an expert asked by mail, booked, advised, followed up."""

import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Locator, Page, expect

from api.access.cookies import SIGN_IN_COOKIE
from api.languages import load_strings
from api.store.accounts import Role, ScopeKind
from api.store.cases.create_case import AskedProblem, create_case
from api.store.database import Database
from kb.embedding.embedder import Embedder
from tests.api.conftest import make_app
from tests.api.store.cases.asked import make_asked
from tests.browser.conftest import VISITORS
from tests.browser.example import LAGESBILD
from tests.browser.live_server import serve
from tests.browser.open_pages import open_pages
from tests.browser.person import Person, meet_people
from tests.browser.visitor import Visitor
from tests.fakes.moments import SetMoments
from tests.mail import Mailbox, run_mail_server
from tests.store import make_account, make_sign_in

Run = Callable[..., tuple[int, str, str]]
NewPerson = Callable[[], Person]
WAIT_S = 20
COORDINATOR, ADVISOR, ORGANISATION = "anna@boras.example.se", "rut@lst.example.se", "est@stod.example.se"
FIRST, LAST = "2026-12-01", "2026-12-31"
HOURS = 8
MOST_PX = 4_000
PROBLEMS = {
    "nyrekrytering": "Pojkar på tolv år bär väskor åt äldre.",
    "oppna-drogscener": "Det säljs narkotika öppet på torget.",
    "klotter": "Väggarna klottras ner.",
}
WISH = "Någon som har startat SSPF och kan vara med på ett möte."


@dataclass(frozen=True, slots=True)
class Service:
    origin: str
    database: Database
    mailbox: Mailbox
    moments: SetMoments

    def sign_in(self, person: Person, email: str, role: Role, kind: ScopeKind, code: str) -> None:
        """As a browser that used a link before."""
        account = make_account(self.database, email, role, scope_kind=kind, scope_code=code)
        token = make_sign_in(self.database, account, self.moments())
        person.page.context.add_cookies([{"name": SIGN_IN_COOKIE, "value": token, "url": self.origin}])

    def wait_for_link(self, to: str, path: str) -> str:
        """The link to that path in a message to that address; messages leave after the page is answered."""
        until = time.monotonic() + WAIT_S
        while time.monotonic() < until:
            texts = [
                message.get_body(("plain",)).get_content()  # type: ignore[union-attr]  # every message has one
                for message in list(self.mailbox.messages)
                if message["To"] == to
            ]
            if found := re.search(rf"{self.origin}{path}\S*", "\n".join(texts)):
                return found[0]
            time.sleep(0.05)
        raise AssertionError(f"no link to {path} came to {to}")


@pytest.fixture
def service(tmp_path: Path, snapshots: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """The service over the shipped content, with a mail server; the day and the moment are the test's to move."""
    monkeypatch.setattr("api.app.load_embedder", lambda _: embedder)
    moments = SetMoments()
    with run_mail_server() as mailbox:
        settings = {"state": tmp_path / "state", "mail_server": mailbox.url}
        app: FastAPI = make_app(snapshots, lambda: moments().date(), moments, **settings)
        with serve(app) as origin:
            yield Service(origin, app.state.database, mailbox, moments)


@pytest.fixture(params=VISITORS)
def new_person(request: pytest.FixtureRequest, browser: Browser, service: Service) -> Iterator[NewPerson]:
    """Makes people with a phone, who read one language and whose browser runs scripts or none."""
    with meet_people(browser, service.origin, request.param) as make:
        yield make


@pytest.fixture
def follow_up_by_command(
    service: Service, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], str]:
    """Runs `kb advice follow-up` at the moment of the service; in a thread, for Playwright has this one."""
    monkeypatch.setattr("cli.commands.advice.read_now", service.moments)
    for name, value in (
        ("KB_STATE", tmp_path / "state"),
        ("KB_MAIL_SERVER", service.mailbox.url),
        ("KB_PUBLIC_URL", service.origin),
    ):
        monkeypatch.setenv(name, str(value))

    def send() -> str:
        monkeypatch.setenv("KB_TODAY", str(service.moments().date()))
        with ThreadPoolExecutor(1) as threads:
            code, out, err = threads.submit(run, "advice", "follow-up").result()
        assert (code, err) == (0, "")
        return out

    return send


def test_from_a_request_to_a_case_that_is_followed_up(
    new_person: NewPerson, service: Service, follow_up_by_command: Callable[[], str]
) -> None:
    anna, rut, est = new_person(), new_person(), new_person()
    service.sign_in(anna, COORDINATOR, "coordinator", "municipality", "1490")
    service.sign_in(rut, ADVISOR, "advisor", "county", "14")
    here = ask_for_help(anna)
    take(rut, service, here)
    slug = choose_expert(rut, here)
    service.sign_in(est, ORGANISATION, "expert", "expert", slug)
    keep_calendar(est, slug)
    ask_expert(rut, here, slug)
    answer_yes(new_person(), service)
    see_booked(rut, anna, here, slug)
    service.moments.move(timedelta(days=11))
    write_advice(rut, here)
    end(rut, here)
    see_ended(anna, est, here)
    service.moments.move(timedelta(days=93))
    assert follow_up_by_command() == "1 links were sent\n"
    answer_follow_up(new_person(), service)
    assert follow_up_by_command() == "0 links were sent\n"


def test_the_page_that_chooses_experts_is_read_without_scrolling_for_long(browser: Browser, service: Service) -> None:
    """The best stand open, the others are folded, and one of those that is chosen is shown as chosen."""
    problems = tuple(AskedProblem(area, words) for area, words in PROBLEMS.items())
    with service.database.session() as session:
        case_id = create_case(session, make_asked(problems=problems), "a" * 32, service.moments())
    with open_pages(browser, service.origin) as make:
        page = make(viewport={"width": 1280, "height": 900})
        service.sign_in(Person(Visitor(page, load_strings("sv")), True), ADVISOR, "advisor", "county", "14")
        page.goto(f"/arenden/{case_id}/experter")
        experts = page.locator("input[name=expert]")
        assert experts.count() > 15
        assert [experts.nth(n).is_visible() for n in (0, 4, 5)] == [True, True, False]
        assert page.evaluate("document.documentElement.scrollHeight") < MOST_PX
        last = experts.last.get_attribute("value")
        page.locator("details:has(input[name=expert]) > summary").click()
        experts.last.check()
        page.locator(f"#ask-address-{last}").fill("est@stod")
        page.locator("#ask-expert button").click()
        expect(page.get_by_role("alert")).to_be_visible()
        expect(page.locator(f"#ask-expert-{last}")).to_be_visible()


def ask_for_help(anna: Person) -> str:
    """The path of the case that the match became."""
    anna.open("/matcha")
    anna.visitor.field("text_label").fill(LAGESBILD)
    anna.visitor.field("municipality_field").fill("Borås")
    anna.visitor.click("describe_button")
    anna.visitor.click("case_ask")
    expect(anna.visitor.heading("case_ask")).to_be_visible()
    anna.look()
    for name, value in (("title", "Unga på torget"), ("wish", WISH), ("from", FIRST), ("to", LAST), ("hours", "8")):
        anna.field(name).fill(value)
    anna.field("why_urgent").fill("Det är bråttom, ring 070-174 06 71.")
    anna.visitor.click("case_send")
    expect(anna.page.get_by_role("alert").first).to_be_visible()
    anna.look()
    anna.field("why_urgent").fill("Det är bråttom.")
    anna.visitor.click("case_send")
    expect(anna.page).to_have_url(re.compile(r"/arenden/[0-9a-f]{32}$"))
    expect(anna.page.get_by_role("blockquote").first).to_contain_text(WISH)
    anna.look()
    here = "/arenden/" + anna.page.url.rpartition("/")[2]
    anna.open(f"{here}/andra")
    anna.open("/arenden")
    expect(anna.page.get_by_role("link", name="Unga på torget")).to_be_visible()
    return here


def take(rut: Person, service: Service, here: str) -> None:
    """From the mail to the case, by way of the desk."""
    assert service.wait_for_link(ADVISOR, "/arenden/").endswith(here)
    rut.open("/arbetsbord")
    rut.page.get_by_role("link", name="Unga på torget").click()
    rut.look()
    rut.visitor.click("case_take")
    expect(state_of(rut.page)).to_have_text(rut.visitor.t["case_state_running"])
    for page in ("hantera", "historik"):
        rut.open(f"{here}/{page}")
    rut.open("/fordelning")


def choose_expert(rut: Person, here: str) -> str:
    """The slug of the one that fits best of those that may be asked."""
    rut.open(f"{here}/experter")
    return rut.page.locator("input[name=expert]").first.get_attribute("value") or ""


def keep_calendar(est: Person, slug: str) -> None:
    """Hours for this case and no more, a month."""
    for path in ("/min-profil", "/min-profil/samtycken", "/min-kalender"):
        est.open(path)
    est.field("hours").fill(str(HOURS))
    est.field("cases").fill("3")
    est.visitor.click("expert_side_calendar_save")
    expect(est.page.locator("#sparad")).to_be_visible()
    est.look()
    est.open(f"/expert/{slug}")
    expect(december(est)).to_have_text(est.visitor.t["state_free"])


def ask_expert(rut: Person, here: str, slug: str) -> None:
    rut.open(f"{here}/experter")
    rut.page.locator(f"#ask-expert-{slug}").check()
    rut.page.locator("#ask-books_at_once").check()
    rut.visitor.click("booking_ask_button")
    expect(rut.page.locator("#fragade + ul")).to_contain_text(ORGANISATION)
    rut.look()
    rut.open(here)
    expect(state_of(rut.page)).to_have_text(rut.visitor.t["case_state_waiting"])


def answer_yes(est: Person, service: Service) -> None:
    """By the link of the mail, signed in to nothing."""
    est.page.goto(service.wait_for_link(ORGANISATION, "/fraga-expert/"))
    expect(est.page.get_by_text(WISH)).to_be_visible()
    est.look()
    est.page.locator("#answer-yes").check()
    est.visitor.click("booking_answer_button")
    expect(est.visitor.heading("booking_thanks")).to_be_visible()
    est.look()


def see_booked(rut: Person, anna: Person, here: str, slug: str) -> None:
    """Booked in the case, and no longer free where anybody looks for an expert."""
    rut.open(f"{here}/experter")
    expect(rut.page.locator("#bokat + ul .work-mark")).to_have_text(rut.visitor.t["booking_stage_confirmed"])
    anna.open(f"/expert/{slug}")
    expect(december(anna)).to_have_text(anna.visitor.t["state_busy"])
    anna.open(here)
    expect(state_of(anna.page)).to_have_text(anna.visitor.t["case_state_running"])


def write_advice(rut: Person, here: str) -> None:
    rut.open(f"{here}/rad")
    for name, value in (("hours", "2,5"), ("giver", "Handläggare"), ("offered", "Genomgång av SSPF.")):
        rut.field(name).fill(value)
    rut.field("received").fill("En lista över vilka som ska vara med.")
    rut.field("form").select_option("digitalt")
    rut.visitor.click("advice_save")
    expect(rut.page.get_by_text("Genomgång av SSPF.")).to_be_visible()
    rut.look()
    rut.open("/arbetsbord/rad")
    expect(rut.page.get_by_role("cell", name=re.compile("^2[,.]5$")).first).to_be_visible()
    rut.open("/arbetsbord/kvalitet")


def end(rut: Person, here: str) -> None:
    rut.open(f"{here}/hantera")
    rut.field("done_words").fill("SSPF är i gång.")
    rut.visitor.click("case_finish_button")
    expect(state_of(rut.page)).to_have_text(rut.visitor.t["case_state_done"])
    rut.look()


def see_ended(anna: Person, est: Person, here: str) -> None:
    anna.open(here)
    expect(anna.page.get_by_text("SSPF är i gång.")).to_be_visible()
    anna.open(f"{here}/rad")
    expect(anna.page.get_by_text("Genomgång av SSPF.")).to_be_visible()
    est.open(here)
    est.open(f"{here}/rad")
    est.open("/min-kvalitet")


def answer_follow_up(anna: Person, service: Service) -> None:
    """By the link of the mail, signed in to nothing."""
    anna.page.goto(service.wait_for_link(COORDINATOR, "/uppfoljning/"))
    anna.look()
    anna.field("used").select_option("yes")
    anna.field("helped").select_option("5")
    anna.visitor.click("advice_answer_send")
    expect(anna.page.get_by_role("alert")).to_be_visible()
    anna.look()
    anna.field("quality").select_option("4")
    anna.visitor.click("advice_answer_send")
    expect(anna.visitor.heading("advice_answer_thanks")).to_be_visible()
    anna.look()


def state_of(page: Page) -> Locator:
    """The mark at the head of a case that tells where it stands."""
    return page.locator(".work-state .work-mark")


def december(person: Person) -> Locator:
    """What the calendar of an expert's page says of the month of the case."""
    return person.page.locator(".calendar-one tr").nth(2).locator(".state")
