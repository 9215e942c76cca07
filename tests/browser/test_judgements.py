"""An answer judged by a person, with and without script, and read by an editor: keys, axe, phone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from api.access.cookies import SIGN_IN_COOKIE
from api.languages import load_strings
from api.store.database import Database
from api.store.learning.feedback import Wanted, list_feedback
from api.store.learning.tables import Feedback
from api.store.learning.unanswered import count_words
from kb.embedding.embedder import Embedder
from tests.api.conftest import make_app
from tests.api.store.learning.test_unanswered import TOWNS
from tests.browser.accessibility import find_violations
from tests.browser.conftest import VISITORS
from tests.browser.example import LAGESBILD
from tests.browser.keyboard import walk_with_tab
from tests.browser.layout import find_misfits
from tests.browser.live_server import serve
from tests.browser.open_pages import NewPage, open_pages
from tests.browser.visitor import LOCALES, Visitor
from tests.fakes.moments import NOON
from tests.store import make_account, make_sign_in

SEARCH = "/sok?q=snatteri"


@dataclass(frozen=True, slots=True)
class Site:
    origin: str
    database: Database

    def kept(self) -> list[Feedback]:
        with self.database.reading() as session:
            return list(list_feedback(session, Wanted()).rows)


@pytest.fixture
def judged_site(demo_snapshots: Path, tmp_path: Path, embedder: Embedder) -> Iterator[Site]:
    """The service with a database of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("api.app.load_embedder", lambda _: embedder)
        app = make_app(demo_snapshots, state=tmp_path / "state", demo=True)
    with serve(app) as origin:
        yield Site(origin, app.state.database)


@pytest.fixture
def new_page(browser: Browser, judged_site: Site) -> Iterator[NewPage]:
    with open_pages(browser, judged_site.origin) as make:
        yield make


@pytest.fixture(params=VISITORS)
def visitor(request: pytest.FixtureRequest, new_page: NewPage) -> Visitor:
    language, has_script = VISITORS[request.param]
    return Visitor(new_page(LOCALES[language], java_script_enabled=has_script), load_strings(language))


def _has_script(visitor: Visitor) -> bool:
    return visitor.page.locator("html.has-script").count() == 1


def test_a_hit_is_judged_with_one_click_and_why_is_told(visitor: Visitor, judged_site: Site) -> None:
    page, t = visitor.page, visitor.t
    page.goto(SEARCH)
    page.locator(".judge").nth(1).get_by_role("button", name=t["judge_wrong"]).click()
    expect(page.get_by_text(t["judge_said_wrong"])).to_be_visible()
    (row,) = judged_site.kept()
    assert (row.about, row.is_right, row.asked, row.reason) == ("hit", False, "snatteri", None)
    page.get_by_label(t["judge_why"]).fill("För dyrt för oss")
    page.get_by_label(t["judge_why"]).press("Enter")
    expect(page.get_by_text(t["judge_has_reason"])).to_be_visible()
    assert [row.reason for row in judged_site.kept()] == ["För dyrt för oss"]
    if _has_script(visitor):
        assert page.url.endswith(SEARCH)
        expect(page.locator(".judge").nth(1)).to_be_focused()
    else:
        visitor.click("judge_back")
        expect(page).to_have_url(judged_site.origin + SEARCH)


def test_a_problem_found_is_judged_and_the_match_stays(visitor: Visitor, judged_site: Site) -> None:
    page, t = visitor.page, visitor.t
    _describe(page, t)
    page.locator("#cause-1").fill("Ingen vuxen är där.")
    right = page.locator("#problem-1").get_by_role("button", name=t["judge_right"], exact=True)
    if _has_script(visitor):
        right.click()
        thanks = page
    else:
        with page.context.expect_page() as opened:
            right.click()
        thanks = opened.value
    expect(thanks.get_by_text(t["judge_said_right"])).to_be_visible()
    thanks.get_by_label(t["judge_why"]).fill("Det stämmer")
    thanks.get_by_role("button", name=t["judge_send"]).click()
    expect(thanks.get_by_text(t["judge_has_reason"])).to_be_visible()
    expect(page.locator("#cause-1")).to_have_value("Ingen vuxen är där.")
    (row,) = judged_site.kept()
    assert (row.about, row.is_right, row.reason) == ("problem", True, "Det stämmer")
    assert row.asked.splitlines()[-1] in LAGESBILD
    assert len(row.asked) < len(LAGESBILD) / 2


def test_judging_makes_a_match_no_longer(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 1280, "height": 900})
    _describe(page, load_strings("sv"))
    height = "document.documentElement.scrollHeight"
    with_it = page.evaluate(height)
    page.evaluate("document.querySelectorAll('.judge').forEach((judge) => judge.remove())")
    assert with_it - page.evaluate(height) <= 4 * page.locator("section.problem > h2").count()


def test_a_judgement_that_cannot_be_kept_is_told_where_its_buttons_are(new_page: NewPage) -> None:
    page, t = new_page(), load_strings("sv")
    page.goto(SEARCH)
    page.route("**/omdome", lambda route: route.abort("aborted"))
    first = page.locator(".judge").first
    first.get_by_role("button", name=t["judge_right"]).click()
    expect(first.get_by_role("alert")).to_have_text(t["judge_failed"])
    page.unroute("**/omdome")
    first.get_by_role("button", name=t["judge_right"]).click()
    expect(page.get_by_text(t["judge_said_right"])).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_what_thanks_and_the_line_that_asks_why_are_accessible_and_fit(new_page: NewPage, width: int) -> None:
    """The page that a browser without script is led to is looked at with it: axe needs that."""
    looks = {"viewport": {"width": width, "height": 844}}
    plain, page = new_page(java_script_enabled=False, **looks), new_page(**looks)
    plain.goto(SEARCH)
    plain.locator(".judge button").first.click()
    expect(plain.get_by_label("Varför?")).to_be_visible()
    page.goto(SEARCH)
    page.locator(".judge button").first.click()
    for address in ("", plain.url):
        if address:
            page.goto(address)
        expect(page.get_by_label("Varför?")).to_be_visible()
        assert (find_violations(page), find_misfits(page)) == ([], [])
    walk = walk_with_tab(page)
    assert (walk.unreached, walk.unseen) == ((), ())


@pytest.mark.parametrize("has_script", [True, False])
def test_an_editor_takes_what_was_said(new_page: NewPage, judged_site: Site, has_script: bool) -> None:
    visitor, editor = new_page(java_script_enabled=has_script), new_page(java_script_enabled=has_script)
    visitor.goto(SEARCH)
    visitor.locator(".judge button").first.click()
    expect(visitor.get_by_text("Sparat: rätt.")).to_be_visible()
    _sign_in(editor, judged_site)
    editor.goto("/")
    editor.get_by_role("link", name="Omdömen", exact=True).click()
    editor.get_by_role("button", name="Ta:").click()
    expect(editor.get_by_text("Omdömet är taget.")).to_be_visible()
    assert [row.state for row in judged_site.kept()] == ["taken"]


@pytest.mark.parametrize("locale", LOCALES.values())
@pytest.mark.parametrize("width", [1280, 390])
def test_the_editors_page_is_accessible_and_fits(new_page: NewPage, judged_site: Site, width: int, locale: str) -> None:
    visitor, page = new_page(), new_page(locale, viewport={"width": width, "height": 844})
    visitor.goto(SEARCH)
    visitor.locator(".judge button").first.click()
    expect(visitor.get_by_text("Sparat: rätt.")).to_be_visible()
    for town in TOWNS:
        with judged_site.database.session() as session:
            count_words(session, ["padelbana"], town, NOON)
    _sign_in(page, judged_site)
    page.goto("/omdomen")
    expect(page.get_by_role("cell", name="padelbana")).to_be_visible()
    assert (find_violations(page), find_misfits(page)) == ([], [])
    walk = walk_with_tab(page)
    assert (walk.unreached, walk.unseen) == ((), ())


def _describe(page: Page, t: Mapping[str, str]) -> None:
    page.goto("/matcha")
    page.get_by_label(t["text_label"]).first.fill(LAGESBILD)
    page.get_by_label(t["municipality_field"]).first.fill("Borås")
    page.get_by_role("main").get_by_role("button", name=t["describe_button"], exact=True).first.click()
    expect(page.get_by_role("heading", name=t["result_heading"], exact=True)).to_be_visible()


def _sign_in(page: Page, site: Site) -> None:
    editor = make_account(site.database, "red@example.se", "editor", scope_kind="all", scope_code="")
    cookie = make_sign_in(site.database, editor)
    page.context.add_cookies([{"name": SIGN_IN_COOKIE, "value": cookie, "url": site.origin}])
