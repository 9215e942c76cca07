"""The first page's box: a question leads to results, with script and without."""

from playwright.sync_api import Page, expect


def test_a_question_leads_to_results(page: Page) -> None:
    _ask(page, "ungdomar som snattar")


def test_a_question_leads_to_results_without_script(page_without_script: Page) -> None:
    _ask(page_without_script, "ungdomar som snattar")


def test_a_question_is_sent_by_enter(page: Page) -> None:
    page.goto("/")
    page.locator("#text").fill("ungdomar som snattar")
    page.locator("#text").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("ungdomar som snattar")


def test_the_button_says_what_will_happen(page: Page) -> None:
    page.goto("/")
    page.locator("#text").fill("x" * 201)
    expect(page.locator("form.ask button")).to_have_text("Läs lägesbilden")
    page.locator("#text").fill("epa")
    expect(page.locator("form.ask button")).to_have_text("Sök")


def _ask(page: Page, question: str) -> None:
    page.goto("/")
    page.locator("#text").fill(question)
    page.get_by_role("button", name="Sök", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(question)
    expect(page.locator("ol.hits > li").first).to_be_visible()
