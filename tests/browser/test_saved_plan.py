"""The pages of a saved plan in a browser, beside the whole way of test_plan_journey.py: keys, guidance, axe, phone."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, expect

from api.access.cookies import SIGN_IN_COOKIE
from api.store.database import Database
from api.store.plans.save import create_plan
from kb.embedding.embedder import Embedder
from kb.plans.working.working_plan import begin_plan
from tests.api.conftest import make_app
from tests.browser.accessibility import find_violations
from tests.browser.layout import find_misfits
from tests.browser.live_server import serve
from tests.browser.visitor import LOCALES
from tests.fakes.moments import NOON
from tests.kb.plans.small_plan import PLAN, WORKED, with_problem
from tests.kb.plans.working.small_work import MEASURE
from tests.store import make_account, make_sign_in

SHOWN = ("", "/uppfoljning", "/kommentarer", "/versioner", "/dela", "/anta", "/radera")
LOOKS: tuple[dict[str, object], ...] = (
    {"viewport": {"width": 1280, "height": 900}},
    {"viewport": {"width": 390, "height": 844}, "is_mobile": True},
)


@dataclass(frozen=True, slots=True)
class Site:
    """The service with one saved plan; here : its path"""

    origin: str
    database: Database
    here: str


@pytest.fixture
def site_of_plans(tmp_path: Path, embedder: Embedder) -> Iterator[Site]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("api.app.load_embedder", lambda _: embedder)
        app: FastAPI = make_app(tmp_path / "snapshots", state=tmp_path / "state")
    with serve(app) as origin:
        database: Database = app.state.database
        with database.session() as session:
            plan_id = create_plan(session, begin_plan(PLAN), "1490", "a" * 32, NOON)
        yield Site(origin, database, f"/planer/{plan_id}")


@pytest.fixture
def contexts(browser: Browser) -> Iterator[list[BrowserContext]]:
    made: list[BrowserContext] = []
    yield made
    for context in made:
        context.close()


def open_browser(browser: Browser, site: Site, contexts: list[BrowserContext], **look: object) -> Page:
    """A page of a new browser, signed in as a new coordinator of the municipality."""
    context = browser.new_context(base_url=site.origin, **{"locale": "sv-SE", **look})  # type: ignore[arg-type]  # settings of a look
    contexts.append(context)
    token = make_sign_in(site.database, make_account(site.database))
    context.add_cookies([{"name": SIGN_IN_COOKIE, "value": token, "url": site.origin}])
    return context.new_page()


def field(page: Page, path: str) -> str:
    """The selector of the field of that path."""
    return f'[name="{path}"]'


def test_the_enter_key_saves_and_takes_nothing_over(
    browser: Browser, site_of_plans: Site, contexts: list[BrowserContext]
) -> None:
    anna = open_browser(browser, site_of_plans, contexts, java_script_enabled=False)
    anna.goto(site_of_plans.here)
    anna.fill(field(anna, "title"), "Vår plan")
    anna.press(field(anna, "title"), "Enter")
    expect(anna.get_by_text("Sparat som version 1.")).to_be_visible()
    expect(anna.locator(field(anna, f"{MEASURE}/decision"))).to_have_value("")


def test_what_guidance_says_is_taken_over_with_one_press(
    browser: Browser, site_of_plans: Site, contexts: list[BrowserContext]
) -> None:
    with site_of_plans.database.session() as session:
        draft = begin_plan(with_problem(measures=(WORKED,)))
        plan_id = create_plan(session, draft, "1490", "a" * 32, NOON)
    anna = open_browser(browser, site_of_plans, contexts)
    anna.goto(f"/planer/{plan_id}")
    anna.get_by_text("Så gör ni, enligt vägledningen").first.click()
    anna.get_by_role("button", name="Ta över stegen i planen").click()
    expect(anna.get_by_text("Sparat som version 1.")).to_be_visible()
    expect(anna.locator(field(anna, f"{MEASURE}/decision"))).to_have_value("chosen")
    expect(anna.locator(field(anna, f"{MEASURE}/responsible"))).to_have_value("Samordnaren")


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_of_a_plan_is_accessible_and_fits(
    browser: Browser, site_of_plans: Site, contexts: list[BrowserContext], look: dict[str, object]
) -> None:
    anna = open_browser(browser, site_of_plans, contexts, **look)
    for path in ("/planer", *(site_of_plans.here + end for end in SHOWN)):
        anna.goto(path)
        assert find_violations(anna) == [], path
        assert find_misfits(anna) == [], path


@pytest.mark.parametrize("locale", LOCALES.values())
@pytest.mark.parametrize("look", LOOKS)
def test_the_page_of_documents_is_accessible_and_fits_also_with_a_template_that_is_refused(
    browser: Browser, site_of_plans: Site, contexts: list[BrowserContext], look: dict[str, object], locale: str
) -> None:
    anna = open_browser(browser, site_of_plans, contexts, **look, locale=locale)
    anna.goto(f"{site_of_plans.here}/dokument")
    assert (find_violations(anna), find_misfits(anna)) == ([], [])
    anna.set_input_files("#template", {"name": "mall.docx", "mimeType": "application/zip", "buffer": b"Hej"})
    anna.locator("button[value=docx]").click()
    expect(anna.locator("#template-fault")).to_be_visible()
    assert (find_violations(anna), find_misfits(anna)) == ([], [])
