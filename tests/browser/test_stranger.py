"""What a stranger comes for, from the start page, clicking only what a person would click."""

from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from tests.browser.example import write_word_file
from tests.browser.open_pages import NewPage
from tests.builders import TODAY

FREE_IN_MARCH = "demo-alvdala-samordnare"


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def page(request: pytest.FixtureRequest, new_page: NewPage) -> Page:
    """The start page in Swedish, in a browser with script and in one without."""
    page = new_page(java_script_enabled=request.param)
    page.goto("/")
    return page


def test_a_method_against_thefts_by_youths_in_shops(page: Page) -> None:
    page.get_by_label("Ställ en fråga").fill("ungdomar stjäl i butikerna")
    page.get_by_role("button", name="Sök").click()
    first = page.locator("ol.hits > li").first
    expect(first).to_contain_text("Trygg handel och köpcentrum")
    first.get_by_role("heading").get_by_role("link").click()
    expect(page.get_by_role("heading", name="Så gör ni")).to_be_visible()


def test_what_the_evidence_of_sspf_is(page: Page) -> None:
    page.get_by_label("Ställ en fråga").fill("sspf")
    page.get_by_role("button", name="Sök").click()
    page.locator("ol.hits > li").first.get_by_role("heading").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("SSPF")
    page.get_by_role("link", name="Evidens per utfall").first.click()
    crime = page.get_by_role("row").filter(has_text="Ungas brottslighet")
    expect(crime).to_be_in_viewport()
    expect(crime).to_contain_text("Oklar", ignore_case=True)


def test_who_can_help_boras_in_march(page: Page) -> None:
    year = TODAY.year + (TODAY.month >= 3)
    page.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Experter").click()
    page.get_by_label("Kommun", exact=True).fill("Borås")
    page.get_by_label("Från månad").select_option(label=f"mars {year}")
    page.get_by_label("till och med månad").select_option(label=f"mars {year}")
    page.get_by_role("button", name="Visa experter").click()
    expect(page.locator("#svar")).to_contain_text("Borås")
    expect(page.locator("#svar")).to_contain_text(f"mars {year}")
    card = page.locator("article.expert-card").first
    expect(card.get_by_role("link", name="Gå till")).to_be_visible()
    card.get_by_role("heading").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(f"/expert/{FREE_IN_MARCH}")  # made up: nobody real has told of its time
    march = page.get_by_role("row").filter(has_text=f"mars {year}")
    expect(march).to_contain_text("1–31")


def test_the_plan_for_a_lagesbild_in_word(page: Page, tmp_path: Path) -> None:
    page.get_by_label("Eller välj en fil").set_input_files(write_word_file(tmp_path / "lagesbild.docx"))
    page.locator("form.ask button").click()
    expect(page.locator("section.problem").first).to_be_visible()
    titles = page.locator("section.problem > h2").all_inner_texts()
    page.locator("button[formaction='/plan']").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Ladda ner Word").click()
    plan = tmp_path / download.value.suggested_filename
    download.value.save_as(plan)
    assert plan.suffix == ".docx"
    text = "\n".join(paragraph.text for paragraph in Document(str(plan)).paragraphs)
    assert "Bedrägeri mot äldre" in titles
    assert [title for title in titles if title not in text] == []
