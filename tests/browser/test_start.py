"""The one box of the start page: a question is searched with, a lägesbild is matched."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.example import LAGESBILD, write_word_file
from tests.browser.visitor import Visitor


def test_a_question_leads_to_results(visitor: Visitor) -> None:
    visitor.page.goto("/")
    visitor.field("box_label").fill("unga som stjäl i butiker")
    visitor.click("box_button")
    expect(visitor.page.get_by_role("heading", level=1)).to_contain_text("unga som stjäl i butiker")
    expect(
        visitor.page.get_by_role(
            "link", name=re.compile("Trygg handel och köpcentrum|Safer shops and shopping centres")
        )
    ).to_be_visible()


def test_a_lagesbild_leads_to_a_match(visitor: Visitor) -> None:
    visitor.page.goto("/")
    visitor.field("box_label").fill(LAGESBILD)
    visitor.page.locator("form.ask button").click()
    expect(visitor.page.locator("section.problem").first).to_be_visible()


def test_a_word_file_leads_to_a_match(visitor: Visitor, tmp_path: Path) -> None:
    visitor.page.goto("/")
    visitor.field("box_file").set_input_files(write_word_file(tmp_path / "lagesbild.docx"))
    visitor.page.locator("form.ask button").click()
    expect(visitor.page.locator("section.problem").first).to_be_visible()


def test_personal_data_is_never_put_in_an_address(visitor: Visitor) -> None:
    visitor.page.goto("/")
    visitor.field("box_label").fill("eleven Kevin snattar i gallerian, ring 070-174 06 71")
    visitor.page.locator("form.ask button").click()
    expect(visitor.page.locator("section.problem").first).to_be_visible()
    assert "174" not in visitor.page.url


def test_an_empty_box_says_what_to_write(visitor: Visitor) -> None:
    visitor.page.goto("/")
    visitor.click("box_button")
    expect(visitor.page.get_by_role("alert")).to_contain_text(visitor.t["box_empty"])
    expect(visitor.field("box_label")).to_have_attribute("aria-invalid", "true")


def test_the_button_says_what_will_happen(page: Page) -> None:
    page.goto("/")
    button = page.locator("form.ask button")
    expect(button).to_have_text("Sök")
    page.get_by_label("Ställ en fråga").fill("Butikerna får besök av samma snattare varje dag. " * 10)
    expect(button).to_have_text("Läs lägesbilden")
    page.get_by_label("Ställ en fråga").fill("snatteri")
    expect(button).to_have_text("Sök")


def test_a_question_is_sent_with_enter(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Ställ en fråga").fill("klotter")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("klotter")


def test_every_problem_area_leads_to_its_page(page: Page) -> None:
    page.goto("/")
    names = page.locator(".area-group a").all_inner_texts()
    assert len(names) == 37
    page.get_by_role("link", name="Ungdomsrån").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ungdomsrån")
