"""A municipality's whole way on a phone: from a printed link over a match to a plan that is adopted and followed up."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, expect

from api.languages import load_strings
from kb.embedding.embedder import Embedder
from kb.plans.working.saved_work import read_working_plan
from tests.api.conftest import make_app
from tests.browser.conftest import VISITORS
from tests.browser.example import LAGESBILD
from tests.browser.live_server import serve
from tests.browser.person import PHONE, Person
from tests.browser.visitor import LOCALES, Visitor
from tests.fakes.moments import NOON

Run = Callable[..., tuple[int, str, str]]
GOAL, CAUSE = ("problems/1/goal", "Färre köper narkotika på torget"), ("problems/1/cause", "Ingen vuxen är där")


@dataclass(frozen=True, slots=True)
class Service:
    """invite : what gives the path of a printed link for a new coordinator"""

    origin: str
    invite: Callable[[str], str]


@pytest.fixture
def service(
    tmp_path: Path, snapshots: Path, embedder: Embedder, run: Run, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Service]:
    """The service over the shipped content, without a mail server."""
    monkeypatch.setattr("api.app.load_embedder", lambda _: embedder)
    monkeypatch.setattr("cli.commands.account.read_now", lambda: NOON)
    monkeypatch.setenv("KB_STATE", str(tmp_path / "state"))
    app: FastAPI = make_app(snapshots, state=tmp_path / "state")

    def invite(email: str) -> str:
        place = ("--role", "coordinator", "--municipality", "Borås", "--snapshots", snapshots)
        _, out, _ = run("account", "invite", email, *place)
        return "/" + out.strip().split("/", 3)[3]

    with serve(app) as origin:
        yield Service(origin, invite)


@pytest.fixture(params=VISITORS)
def new_person(request: pytest.FixtureRequest, browser: Browser, service: Service) -> Iterator[Callable[[], Person]]:
    """Makes people with a phone, who read one language and whose browser runs scripts or none."""
    language, has_script = VISITORS[request.param]
    look = {**PHONE, "locale": LOCALES[language], "java_script_enabled": has_script}
    contexts: list[BrowserContext] = []

    def make() -> Person:
        contexts.append(browser.new_context(base_url=service.origin, **look))
        return Person(Visitor(contexts[-1].new_page(), load_strings(language)), has_script)

    yield make
    for context in contexts:
        context.close()


def test_from_a_printed_link_to_a_plan_that_is_followed_up(
    new_person: Callable[[], Person], service: Service, tmp_path: Path
) -> None:
    anna, bo = new_person(), new_person()
    sign_in(anna, service)
    here = save_match(anna)
    write(anna)
    share(anna, bo, here)
    comment(bo, here)
    anna.open(f"{here}/kommentarer")
    expect(anna.page.get_by_text("Skolan kan vara med.")).to_be_visible()
    write_at_once(anna, bo, here)
    anna.open("/planer")
    expect(anna.page.get_by_role("link", name="Torget 2027")).to_be_visible()
    adopt(anna, here)
    take_home(anna, here, tmp_path / "plan.json")
    export(anna, here, tmp_path)
    follow_up(anna, here)


def sign_in(anna: Person, service: Service) -> None:
    anna.open(service.invite("anna@boras.example.se"))
    anna.visitor.click("link_button")
    expect(anna.visitor.heading("account_heading")).to_be_visible()
    anna.look()


def save_match(anna: Person) -> str:
    """The address of the plan that the match was saved as."""
    anna.open("/matcha")
    anna.visitor.field("text_label").fill(LAGESBILD)
    anna.visitor.field("municipality_field").fill("Borås")
    for button in ("describe_button", "plan_button", "plan_save"):
        anna.visitor.click(button)
    expect(anna.page).to_have_url(re.compile(r"/planer/[0-9a-f]{32}$"))
    anna.look()
    return anna.page.url.removeprefix(anna.page.url.split("/planer")[0])


def write(anna: Person) -> None:
    """One measure is chosen, and a goal set."""
    decision = anna.page.locator(".work-measure select[name$='/decision']").first
    expect(decision).to_have_value("")
    decision.select_option("chosen")
    anna.field(GOAL[0]).fill(GOAL[1])
    anna.field("problems/1/goal_number").fill("Köp som vi ser")
    anna.save()
    anna.page.reload()
    expect(decision).to_have_value("chosen")
    expect(anna.field(GOAL[0])).to_have_value(GOAL[1])
    anna.look()


def share(anna: Person, bo: Person, here: str) -> None:
    anna.open(f"{here}/dela")
    anna.page.get_by_label(anna.visitor.t["share_for"]).select_option("write")
    anna.visitor.click("share_button")
    anna.look()
    bo.open(anna.page.locator("#new-link").input_value())
    expect(bo.page).to_have_url(re.compile(f"{here}$"))


def comment(bo: Person, here: str) -> None:
    bo.open(f"{here}/kommentarer")
    bo.page.locator("#text").fill("Skolan kan vara med.")
    bo.visitor.click("comments_button")
    expect(bo.page.get_by_text("Skolan kan vara med.")).to_be_visible()
    bo.look()


def write_at_once(anna: Person, bo: Person, here: str) -> None:
    """Both write the summary; the one who saved last is asked, and nothing else of either is lost."""
    for person in (anna, bo):
        person.open(here)
    anna.field("title").fill("Torget 2027")
    anna.field("summary").fill("Annas text")
    anna.save()
    bo.field(CAUSE[0]).fill(CAUSE[1])
    bo.field("summary").fill("Bos text")
    if not bo.has_script:
        bo.visitor.click("work_save")
    theirs = bo.page.locator("#summary-theirs")
    expect(theirs).to_contain_text("Annas text")
    bo.look()
    expect(bo.field("title")).to_have_value("Torget 2027")
    if bo.has_script:
        bo.visitor.click("work_keep_mine")
    bo.save()
    anna.open(here)
    for path, text in (("title", "Torget 2027"), ("summary", "Bos text"), CAUSE, GOAL):
        expect(anna.field(path)).to_have_value(text)


def adopt(anna: Person, here: str) -> None:
    anna.open(f"{here}/anta")
    anna.page.locator("#body").fill("Kommunstyrelsen")
    anna.page.locator("#paragraph").fill("§ 112")
    anna.visitor.click("adopt_button")
    expect(anna.page).to_have_url(re.compile(f"{here}/uppfoljning$"))
    anna.look()


def take_home(anna: Person, here: str, file: Path) -> None:
    anna.open(here)
    with anna.page.expect_download() as download:
        anna.visitor.click("work_take_home")
    download.value.save_as(file)
    assert read_working_plan(file.read_bytes()).written["summary"] == "Bos text"


def export(anna: Person, here: str, folder: Path) -> None:
    """Word and PDF, each named for the version that was adopted."""
    anna.open(f"{here}/dokument")
    for form, start in (("docx", b"PK"), ("pdf", b"%PDF-")):
        with anna.page.expect_download() as download:
            anna.visitor.click(f"download_{form}")
        file = folder / download.value.suggested_filename
        download.value.save_as(file)
        assert re.fullmatch(rf"atgardsplan-version-\d+\.{form}", file.name)
        assert file.read_bytes().startswith(start)


def follow_up(anna: Person, here: str) -> None:
    anna.open(f"{here}/uppfoljning")
    for day, value in (("2027-03-31", "40"), ("2027-09-30", "30")):
        anna.page.locator("#day").fill(day)
        anna.field("problems/1/value").fill(value)
        anna.visitor.click("follow_save")
        expect(anna.page.locator("[role=status].ds-alert")).to_be_visible()
    expect(anna.page.locator("svg.course-chart")).to_have_count(1)
    anna.look()
