"""The start page: a question leads to results."""

from playwright.sync_api import Page, expect


def test_a_question_leads_to_results(page: Page) -> None:
    _ask(page, "ungdomar som snattar")


def test_a_question_leads_to_results_without_script(page_without_script: Page) -> None:
    _ask(page_without_script, "ungdomar som snattar")


def _ask(page: Page, question: str) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill(question)
    page.get_by_role("button", name="Sök", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(question)
    expect(page.locator("ol.hits > li").first).to_be_visible()
