"""On pages with strict policies: what the check of a policy promises is what the browser does."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from api.widget.csp import check_csp, needed_lines
from api.widget.embed import Embedding
from tests.browser.accessibility import find_violations
from tests.browser.open_pages import NewPage
from tests.browser.widget.conftest import Embed

STRICT = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"
Policy = Callable[[Embedding], str]

LETS_THROUGH: dict[str, Policy] = {
    "the lines that are told of": lambda e: "; ".join([STRICT, *needed_lines(e.needs)]),
    "with Trusted Types": lambda e: "; ".join(
        [STRICT, *needed_lines(e.needs), "require-trusted-types-for 'script'; trusted-types 'none'"]
    ),
    "the hash of the file": lambda e: f"{STRICT}; script-src '{e.needs.integrity}'; connect-src {e.needs.search}",
    "strict-dynamic and the hash": lambda e: (
        f"{STRICT}; script-src 'strict-dynamic' '{e.needs.integrity}'; connect-src {e.needs.search}"
    ),
    "a sandbox": lambda e: "; ".join([STRICT, *needed_lines(e.needs), "sandbox allow-scripts allow-forms"]),
}
MENDED = [
    "default-src 'self'",
    "script-src 'self'; connect-src 'none'",
    "default-src 'none'; script-src 'strict-dynamic'",
]
STOPS = ["default-src 'self'", "script-src 'strict-dynamic' http:", "default-src * 'unsafe-inline'; script-src 'none'"]


def _search(page: Page) -> None:
    page.get_by_role("searchbox").fill("klotter")
    expect(page.locator("kb-search [part=title]").first).to_be_visible()


@pytest.mark.parametrize("name", LETS_THROUGH)
def test_it_runs_styled_and_answers_under(new_page: NewPage, embed: Embed, embedding: Embedding, name: str) -> None:
    page = new_page()  # where a breach of the policy would fail the test
    page.goto(embed(csp=LETS_THROUGH[name](embedding)))
    _search(page)
    accent = "e => getComputedStyle(e.shadowRoot.querySelector('button')).backgroundColor"
    assert page.locator("kb-search").evaluate(accent) == "rgb(11, 90, 87)"


@pytest.mark.parametrize("policy", MENDED)
def test_a_policy_that_was_mended_as_told_lets_it_through(
    new_page: NewPage, embed: Embed, embedding: Embedding, policy: str
) -> None:
    (report,) = check_csp(policy, embedding.needs)
    assert report.is_blocking
    page = new_page()
    page.goto(embed(csp=report.mended))
    _search(page)


@pytest.mark.parametrize("policy", STOPS)
def test_a_policy_that_stops_it_leaves_the_plain_form(
    unwatched_page: Page, embed: Embed, embedding: Embedding, policy: str
) -> None:
    assert check_csp(policy, embedding.needs)[0].is_blocking
    unwatched_page.goto(embed(csp=policy))
    assert not unwatched_page.evaluate("() => Boolean(customElements.get('kb-search'))")
    expect(unwatched_page.get_by_role("searchbox")).to_be_visible()


def test_a_file_that_was_changed_on_the_way_does_not_run(unwatched_page: Page, embed: Embed) -> None:
    unwatched_page.route("**/widget/kb-search.*.js", lambda r: r.fulfill(body="document.title = 'Ändrad'"))
    unwatched_page.goto(embed())
    expect(unwatched_page.get_by_role("button")).to_have_text("Sök")
    assert unwatched_page.title() == "Intranät"


def test_without_script_the_plain_form_searches_on_the_service(new_page: NewPage, embed: Embed, site: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(embed())
    page.get_by_label("Sök vägledning").fill("klotter")
    page.get_by_role("button", name="Sök").click()
    page.wait_for_url(f"{site}/sok?q=klotter")


def test_the_plain_form_can_be_used_by_everyone(unwatched_page: Page, embed: Embed) -> None:
    unwatched_page.goto(embed(csp="script-src 'none'"))
    assert find_violations(unwatched_page) == []


def test_a_browser_without_constructed_stylesheets_fetches_the_style(new_page: NewPage, embed: Embed) -> None:
    page = new_page()
    page.add_init_script("delete CSSStyleSheet.prototype.replaceSync")
    with page.expect_response("**/widget/kb-search.*.css") as fetched:
        page.goto(embed())
    assert fetched.value.ok
    _search(page)
    accent = "e => getComputedStyle(e.shadowRoot.querySelector('button')).backgroundColor"
    assert page.locator("kb-search").evaluate(accent) == "rgb(11, 90, 87)"


def test_the_self_check_says_that_all_is_well(new_page: NewPage, embed: Embed, site: str) -> None:
    page = new_page()
    page.goto(embed("check"))
    said = page.locator("kb-search [part=check-list] li")
    expect(said).to_have_count(3)
    expect(said.nth(0)).to_have_text("Skriptet är laddat och körs.")
    expect(said.nth(2)).to_contain_text(f"{site} svarar, med indexversion")
    assert find_violations(page) == []


def test_the_self_check_names_what_the_policy_stops(unwatched_page: Page, embed: Embed, site: str) -> None:
    unwatched_page.goto(embed('check results="0"', csp=f"script-src {site}; connect-src 'self'"))
    said = unwatched_page.locator("kb-search [part=check-list]")
    expect(said).to_contain_text(f"Sidans säkerhetspolicy stoppar {site}. Lägg till {site} i connect-src.")
    expect(said).to_contain_text(f"{site} svarar inte: unreachable.")
    expect(said).to_contain_text('results="0": write a whole number from 1 to 50')
