"""A lägesbild becomes problems that can be put right, a plan draft, and a file to take home."""

from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Download, Locator, expect

from kb.plans.labels import LABELS
from tests.browser.example import LAGESBILD, write_word_file
from tests.browser.layout import find_misfits
from tests.browser.visitor import Visitor


def test_a_lagesbild_in_the_text_field_becomes_problems_with_methods_and_experts(visitor: Visitor) -> None:
    _describe(visitor, LAGESBILD)
    assert _titles(visitor).count() >= 3
    expect(visitor.page.get_by_role("heading", name=visitor.t["methods_that_fit"]).first).to_be_visible()
    expect(visitor.page.locator("article[data-kind=method]").first).to_be_visible()
    expect(visitor.page.locator("article[data-kind=expert]").first).to_be_visible()


def test_long_words_fit_a_narrow_window_with_all_parts_open(visitor: Visitor) -> None:
    visitor.page.set_viewport_size({"width": 320, "height": 640})
    _describe(
        visitor, "Stölder, hot mot personalen och ungdomar som hänger i gallerian. Fyra ägare har inte någon ordning."
    )
    expect(visitor.page.get_by_text("(fastighetsägarsamverkan)").first).to_be_visible()
    for part in visitor.page.locator("details").all():
        part.evaluate("part => { part.open = true }")
    assert find_misfits(visitor.page) == []


def test_a_word_file_gives_the_problems_of_its_text(visitor: Visitor, tmp_path: Path) -> None:
    _describe(visitor, LAGESBILD)
    of_text = _titles(visitor).all_inner_texts()
    visitor.page.goto("/matcha")
    visitor.field("file_label").set_input_files(write_word_file(tmp_path / "lagesbild.docx"))
    visitor.click("describe_button")
    expect(visitor.heading("result_heading")).to_be_visible()
    assert _titles(visitor).all_inner_texts() == of_text


def test_problems_are_renamed_merged_and_left_out(visitor: Visitor) -> None:
    _describe(visitor, LAGESBILD)
    before = _titles(visitor).all_inner_texts()
    first, second, last = (visitor.page.locator(f"#problem-{number}") for number in (1, 2, len(before)))
    for problem in (first, second, last):
        problem.get_by_text(visitor.t["adjust_summary"]).click()
    first.get_by_label(visitor.t["title_label"]).fill("Handeln på torget")
    second.get_by_label(visitor.t["merge_label"]).select_option("1")
    last.get_by_label(visitor.t["keep_label"]).uncheck()
    second_text = second.locator(".told blockquote").first.inner_text()
    first.get_by_role("button", name=visitor.t["again_button"]).click()
    expect(_titles(visitor)).to_have_text(["Handeln på torget", *before[2:-1]])
    expect(visitor.page.locator("#problem-1 .told blockquote").filter(has_text=second_text)).to_be_visible()


def test_the_plan_is_taken_home_as_a_word_file(visitor: Visitor, tmp_path: Path) -> None:
    _describe(visitor, LAGESBILD)
    titles = _titles(visitor).all_inner_texts()
    visitor.click("plan_button")
    expect(visitor.page.get_by_role("heading", level=1)).to_contain_text(_plan_heading(visitor))
    for number, title in enumerate(titles, start=1):
        expect(visitor.page.get_by_role("heading", name=f"{number}. {title}", exact=True)).to_be_visible()
    file = tmp_path / "plan.docx"
    _download(visitor, "download_docx").save_as(file)
    written = "\n".join(paragraph.text for paragraph in Document(str(file)).paragraphs)
    assert [title for title in titles if title not in written] == []


def test_a_method_that_is_not_wanted_stays_out_of_the_plan(visitor: Visitor) -> None:
    _describe(visitor, LAGESBILD)
    method = visitor.page.locator("#problem-1 article[data-kind=method]").first
    name = method.get_by_role("heading").inner_text()
    method.get_by_role("checkbox").uncheck()
    visitor.click("plan_button")
    plan = visitor.page.locator("section.plan-problem").first
    expect(plan).to_be_visible()
    expect(plan.get_by_role("heading", name=name)).to_have_count(0)


def test_a_plan_of_today_has_not_changed_since(visitor: Visitor, tmp_path: Path) -> None:
    _describe(visitor, LAGESBILD)
    visitor.click("plan_button")
    file = tmp_path / "plan.json"
    _download(visitor, "download_json").save_as(file)
    visitor.page.goto("/matcha")
    visitor.click("compare_link")
    visitor.field("plan_file_label").set_input_files(file)
    visitor.click("compare_button")
    expect(visitor.page.get_by_text(visitor.t["no_changes"])).to_be_visible()


@pytest.mark.parametrize(("key", "typed"), [("text_label", " "), ("municipality_field", "Ankeborg")])
def test_what_cannot_be_read_is_told_beside_its_field_and_the_text_stays(
    visitor: Visitor, key: str, typed: str
) -> None:
    visitor.page.goto("/matcha")
    visitor.field("text_label").fill("Butikerna får besök av snattare varje dag.")
    visitor.field(key).fill(typed)
    kept = visitor.field("text_label").input_value()
    visitor.click("describe_button")
    expect(visitor.field(key)).to_have_attribute("aria-invalid", "true")
    expect(visitor.page).to_have_title(
        f"{visitor.t['faults_heading']} – {visitor.t['describe_heading']} – Till handling"
    )
    expect(visitor.field("text_label")).to_have_value(kept)


def test_a_picture_is_no_description(visitor: Visitor, tmp_path: Path) -> None:
    picture = tmp_path / "bild.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    visitor.page.goto("/matcha")
    visitor.field("file_label").set_input_files(picture)
    visitor.click("describe_button")
    expect(visitor.field("file_label")).to_have_attribute("aria-invalid", "true")


def _describe(visitor: Visitor, text: str) -> None:
    visitor.page.goto("/matcha")
    visitor.field("text_label").fill(text)
    visitor.field("municipality_field").fill("Borås")
    visitor.click("describe_button")
    expect(visitor.heading("result_heading")).to_be_visible()


def _titles(visitor: Visitor) -> Locator:
    return visitor.page.locator("section.problem > h2")


def _download(visitor: Visitor, key: str) -> Download:
    with visitor.page.expect_download() as download:
        visitor.click(key)
    return download.value


def _plan_heading(visitor: Visitor) -> str:
    return next(labels.plan for language, labels in LABELS.items() if language == visitor.t["language"])
