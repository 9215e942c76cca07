"""What came of a measure, from one municipality over an editor to another, on phones, with and without script."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, expect

from api.access.cookies import SIGN_IN_COOKIE
from api.store.accounts import Role, ScopeKind
from api.store.database import Database
from kb.embedding.embedder import Embedder
from tests.api.conftest import make_app
from tests.api.store.plans.saved import save, save_new
from tests.browser.conftest import VISITORS
from tests.browser.live_server import serve
from tests.browser.person import Person, meet_people
from tests.kb.plans.working.small_work import INDICATOR, MEASURE
from tests.store import make_account, make_sign_in

FOLLOWED = {
    f"{MEASURE}/decision": "chosen",
    f"{MEASURE}/status": "done",
    f"{MEASURE}/text": "Föreningarna gick på torget tre kvällar i veckan.",
    f"{INDICATOR}/decision": "chosen",
    f"{INDICATOR}/value-2026-01-15": "3",
    f"{INDICATOR}/value-2026-10-15": "12",
}
CONTACT = "trygghet@alvdala.example.se"
SignIn = Callable[..., Person]


@dataclass(frozen=True, slots=True)
class Place:
    """plan : of the one municipality, followed up; theirs : of another, with the same problem"""

    sign_in: SignIn
    make: Callable[[], Person]
    plan: str
    theirs: str


@pytest.fixture(params=VISITORS)
def place(
    request: pytest.FixtureRequest, tmp_path: Path, snapshots: Path, embedder: Embedder, browser: Browser
) -> Iterator[Place]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("api.app.load_embedder", lambda _: embedder)
        app: FastAPI = make_app(snapshots, state=tmp_path / "state")
    with serve(app) as origin, meet_people(browser, origin, request.param) as make:
        database: Database = app.state.database
        plan_id, theirs = save_new(database), save_new(database, town="0180")
        save(database, plan_id, 0, FOLLOWED)

        def sign_in(email: str, role: Role = "coordinator", kind: ScopeKind = "municipality", code: str = "") -> Person:
            person = make()
            account = make_account(database, email, role, scope_kind=kind, scope_code=code)
            token = make_sign_in(database, account)
            person.page.context.add_cookies([{"name": SIGN_IN_COOKIE, "value": token, "url": origin}])
            return person

        yield Place(sign_in, make, f"/planer/{plan_id}", f"/planer/{theirs}")


def test_a_coordinator_tells_an_editor_takes_it_and_another_municipality_learns(place: Place) -> None:
    anna = place.sign_in("anna@example.se", code="1490")
    _write(anna, place.plan)
    editor = place.sign_in("redaktor@example.se", "editor", "all")
    editor.open("/granska-erfarenheter")
    _decide(editor, "returned", reason="Vad krävde det?")
    _send_again(anna)
    editor.open("/granska-erfarenheter")
    _decide(editor, "published")
    _agree(anna, place.plan)
    bo = place.sign_in("bo@example.se", code="0180")
    bo.open(place.theirs)
    expect(bo.page.get_by_role("main")).to_contain_text(CONTACT)
    _read(bo)
    _take_back(anna)
    bo.open("/erfarenheter")
    expect(bo.page.get_by_role("main")).not_to_contain_text("Nattvandring i centrum")


def _write(anna: Person, plan: str) -> None:
    """From the follow-up, with a name that the guard finds, to the editors."""
    t = anna.visitor.t
    anna.open(f"{plan}/uppfoljning")
    anna.page.get_by_role("button", name=t["practice_begin"]).first.click()
    expect(anna.field("figures")).to_have_value("Antal kvällar: 3 (2026-01-15), 12 (2026-10-15).")
    anna.look()
    anna.field("title").fill("Nattvandring i centrum")
    anna.field("took").fill("Kevin Berg ledde det.")
    anna.field("otherwise").fill("Vi hade frågat ungdomarna tidigare.")
    anna.visitor.click("practice_submit")
    expect(anna.page.get_by_text(t["case_guard_heading"])).to_be_visible()
    anna.look()
    anna.field("mask").check()
    anna.visitor.click("practice_submit")
    expect(anna.page.get_by_text(t["practice_done_submitted"])).to_be_visible()
    anna.look()


def _send_again(anna: Person) -> None:
    anna.page.reload()
    expect(anna.page.get_by_text("Vad krävde det?")).to_be_visible()
    expect(anna.field("took")).to_have_value("[namn] ledde det.")
    anna.look()
    anna.field("took").fill("En samordnare på 20 procent.")
    anna.visitor.click("practice_submit")
    expect(anna.page.get_by_text(anna.visitor.t["practice_done_submitted"])).to_be_visible()


def _decide(editor: Person, decision: str, reason: str = "") -> None:
    editor.field("reason").fill(reason)
    editor.page.locator(f'button[value="{decision}"]').click()
    expect(editor.page.get_by_text(editor.visitor.t[f"practice_reviewed_{decision}"])).to_be_visible()
    editor.look()


def _agree(anna: Person, plan: str) -> None:
    anna.open(f"{plan}/utbyte")
    anna.field("contact").fill("anna.berg@alvdala.example.se")
    anna.visitor.click("agreement_give")
    expect(anna.page.locator("#contact-fault")).to_be_visible()
    anna.look()
    anna.field("contact").fill(CONTACT)
    anna.visitor.click("agreement_give")
    expect(anna.page.get_by_text(anna.visitor.t["agreement_done_given"])).to_be_visible()
    anna.look()


def _read(bo: Person) -> None:
    """Found by a word in another form, and at the method, as no research."""
    bo.open("/erfarenheter")
    expect(bo.page.get_by_role("main")).to_contain_text(CONTACT)
    bo.field("q").last.fill("nattvandringar på torg")
    bo.visitor.click("exchange_search")
    bo.page.get_by_role("link", name="Nattvandring i centrum").click()
    expect(bo.page.get_by_text(bo.visitor.t["exchange_own_story"])).to_be_visible()
    expect(bo.page.get_by_role("main")).to_contain_text("En samordnare på 20 procent.")
    bo.look()
    bo.open("/vagledning/nattvandring")
    expect(bo.page.locator("section", has=bo.page.locator("#kommunernas-egna"))).to_contain_text(
        bo.visitor.t["exchange_own_story"]
    )


def _take_back(anna: Person) -> None:
    anna.page.get_by_role("link", name="Nattvandring i centrum").click()
    anna.look()
    anna.visitor.click("practice_withdraw")
    expect(anna.page.get_by_text(anna.visitor.t["practice_done_withdrawn"])).to_be_visible()
    anna.look()
