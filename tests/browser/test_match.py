"""A lägesbild becomes problems that can be put right, a plan draft, and a file to take home."""

import re
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Download, Locator, expect

from kb.plans.labels import LABELS
from tests.browser.example import LAGESBILD, write_word_file
from tests.browser.layout import find_misfits
from tests.browser.visitor import Visitor

MAX_HEIGHT = 6000
"""Of a page with four problems, in pixels."""


def test_a_lagesbild_in_the_text_field_becomes_problems_with_methods_and_experts(visitor: Visitor) -> None:
    _describe(visitor, LAGESBILD)
    assert _titles(visitor).count() >= 3
    expect(visitor.page.get_by_role("heading", name=visitor.t["methods_that_fit"]).first).to_be_visible()
    expect(visitor.page.locator("article[data-kind=method]").first).to_be_visible()
    expect(visitor.page.locator("article[data-kind=expert]").first).to_be_visible()


def test_long_words_fit_a_narrow_window_with_all_parts_open(visitor: Visitor) -> None:
    visitor.page.set_viewport_size({"width": 320, "height": 640})
    _describe(
        visitor, "Butikerna i gallerian drabbas av stölder varje dag, och ungdomar hotar personalen om kvällarna."
    )
    expect(visitor.page.locator("article[data-kind=method]").first).to_be_visible()
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
    expect(visitor.page.locator("#problem-1 .told blockquote").filter(has_text=second_text)).to_be_attached()


def test_matching_again_stays_at_the_problem(visitor: Visitor) -> None:
    _describe(visitor, LAGESBILD)
    second = visitor.page.locator("#problem-2")
    second.get_by_label(visitor.t["cause_label"]).fill("Ingen vuxen är där.")
    second.get_by_text(visitor.t["adjust_summary"]).click()
    second.get_by_role("button", name=visitor.t["again_button"]).click()
    expect(visitor.page).to_have_url(re.compile(r"/matcha#problem-2$"))
    expect(second.get_by_role("heading", level=2)).to_be_in_viewport()
    expect(second.get_by_label(visitor.t["cause_label"])).to_have_value("Ingen vuxen är där.")


def test_the_way_to_a_plan_is_within_reach_on_a_page_that_fits_a_persons_patience(visitor: Visitor) -> None:
    visitor.page.set_viewport_size({"width": 1280, "height": 900})
    _describe(visitor, LAGESBILD)
    expect(visitor.page.get_by_role("button", name=visitor.t["plan_button"])).to_be_in_viewport()
    height = visitor.page.evaluate("document.documentElement.scrollHeight")
    assert height <= MAX_HEIGHT * max(4, _titles(visitor).count()) / 4


def test_what_was_not_taken_is_one_click_from_being_a_problem(visitor: Visitor) -> None:
    _describe(visitor, LAGESBILD)
    left_out = visitor.page.locator("#ej-med")
    expect(left_out).to_be_visible()  # it stands after the problems, so that they are all there to be counted
    n_before = _titles(visitor).count()
    left_out.locator("summary").first.click()
    group = left_out.locator(".left-out-group").last
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    group.get_by_role("button").first.click()
    expect(_titles(visitor)).to_have_count(n_before + 1)
    expect(left_out.get_by_label(visitor.t["take_to_label"])).to_be_visible()


def test_the_other_language_keeps_what_was_written(visitor: Visitor) -> None:
    _describe(visitor, LAGESBILD)
    visitor.page.locator("#problem-1").get_by_label(visitor.t["cause_label"]).fill("Ingen vuxen är där.")
    visitor.page.get_by_role("button", name=visitor.t["other_language"]).click()
    expect(visitor.page.locator("html")).to_have_attribute("lang", visitor.t["other_language_code"])
    expect(visitor.page.locator("#cause-1")).to_have_value("Ingen vuxen är där.")


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
    numbered = [f"{number}. " for number in range(1, len(titles) + 1)]  # the file names them in Swedish
    assert [number for number in numbered if f"\n{number}" not in written] == []


def test_a_method_that_is_not_wanted_stays_out_of_the_plan(visitor: Visitor) -> None:
    _describe(visitor, LAGESBILD)
    method = visitor.page.locator("#problem-1 article[data-kind=method]").first
    name = method.get_by_role("heading").inner_text()
    method.locator("[name=chosen]").uncheck()
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
