"""Attributes, events, and several widgets on one page."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from api.widget.bundle import build_bundle
from tests.browser.accessibility import find_violations
from tests.browser.open_pages import NewPage
from tests.browser.widget.answers import SEARCHES, answer_with, fulfil, make_answer, make_hit
from tests.browser.widget.conftest import Embed

LISTEN = """() => {
  window.heard = [];
  for (const name of ["results", "open", "error"]) {
    document.addEventListener(`kb-search:${name}`, (event) => window.heard.push([name, event.detail]));
  }
}"""
OTHER = '<kb-search endpoint="{}" label="Sök om skolan" filters="setting=skola" results="2"></kb-search>'


def _heard(page: Page, n: int) -> list[Any]:
    page.wait_for_function("n => window.heard.length >= n", arg=n)
    return list(page.evaluate("() => window.heard"))


def _search(page: Page, text: str = "klotter") -> None:
    page.get_by_role("searchbox").first.fill(text)


def test_attributes_go_with_the_question(unwatched_page: Page, embed: Embed) -> None:
    unwatched_page.goto(embed('results="3" key="alvdala" filters="setting=skola; rating=god" language="en"'))
    with unwatched_page.expect_request(SEARCHES) as sent:
        _search(unwatched_page, "klotter & skräp")
    query = sent.value.url.partition("?")[2]
    assert query == "q=klotter+%26+skr%C3%A4p&n=3&setting=skola&rating=god&key=alvdala"
    assert sent.value.headers["accept-language"] == "en"
    assert "cookie" not in sent.value.headers
    assert not sent.value.headers.get("referer")


def test_label_placeholder_and_heading_are_the_webmasters(new_page: NewPage, embed: Embed) -> None:
    page = new_page()
    page.goto(embed('label="Hitta stöd" placeholder="t.ex. klotter" heading="4" results="2"'))
    expect(page.get_by_role("searchbox", name="Hitta stöd")).to_have_attribute("placeholder", "t.ex. klotter")
    _search(page)
    expect(page.locator("kb-search h4")).to_have_count(2)


@pytest.mark.parametrize(
    ("attributes", "lang", "button"),
    [("", "sv", "Sök"), ("", "en-GB", "Search"), ("", "de", "Sök"), ('language="en"', "sv", "Search")],
)
def test_it_speaks_the_language_of_the_page_or_the_attribute(
    new_page: NewPage, embed: Embed, attributes: str, lang: str, button: str
) -> None:
    page = new_page()
    page.goto(embed(attributes, lang=lang))
    expect(page.get_by_role("button")).to_have_text(button)


def test_an_attribute_that_is_changed_is_heard_and_what_was_typed_stays(new_page: NewPage, embed: Embed) -> None:
    page = new_page()
    page.goto(embed())
    _search(page)
    expect(page.get_by_text("Evidens:").first).to_be_visible()
    page.locator("kb-search").evaluate("e => { e.setAttribute('language', 'en'); e.setAttribute('results', '1') }")
    expect(page.get_by_text("Evidence:")).to_have_count(1)
    expect(page.get_by_role("searchbox")).to_have_value("klotter")


def test_a_filter_that_does_not_exist_never_gives_an_unfiltered_answer(unwatched_page: Page, embed: Embed) -> None:
    with unwatched_page.expect_console_message(lambda message: message.type == "error") as said:
        unwatched_page.goto(embed('filters="settin=skola"'))
    assert "the names are rating, certainty, problem_area," in said.value.text
    expect(unwatched_page.locator("kb-search")).to_contain_text("Sökrutan är felaktigt inställd")
    asked: list[str] = []
    unwatched_page.on("request", lambda request: asked.append(request.url))
    unwatched_page.get_by_role("searchbox").fill("klotter")
    unwatched_page.get_by_role("searchbox").press("Enter")
    expect(unwatched_page.locator("kb-search [part=title]")).to_have_count(0)
    assert asked == []


def test_several_on_a_page_answer_each_for_itself(new_page: NewPage, embed: Embed, site: str) -> None:
    page = new_page()
    page.goto(embed(html=OTHER.format(site)))
    first, second = page.locator("kb-search").all()
    second.get_by_role("searchbox").fill("klotter")
    expect(second.locator("[part=title]")).to_have_count(2)
    expect(first.locator("[part=title]")).to_have_count(0)
    first.get_by_role("searchbox").fill("snatteri")
    expect(first.locator("[part=title]")).not_to_have_count(0)
    expect(second.get_by_role("searchbox")).to_have_value("klotter")
    assert find_violations(page) == []


def test_two_versions_on_a_page_do_not_quarrel(new_page: NewPage, embed: Embed, site: str) -> None:
    page = new_page()
    again = f'<script type="module" src="{site}/widget/kb-search.js"></script>'
    page.goto(embed(html=again))
    _search(page)
    expect(page.locator("kb-search [part=title]").first).to_be_visible()


def test_the_page_is_told_of_an_answer_in_numbers_and_not_in_words(new_page: NewPage, embed: Embed) -> None:
    page = new_page()
    answer_with(page, make_answer(make_hit("a"), n_hits=7, advised_against=[make_hit("x")], suggestion="klotter"))
    page.goto(embed())
    page.evaluate(LISTEN)
    _search(page, "hemlig fråga")
    ((name, detail),) = _heard(page, 1)
    elapsed = detail.pop("elapsed_ms")
    assert (name, detail) == (
        "results",
        {
            "answered": True,
            "n_hits": 7,
            "n_shown": 1,
            "n_filtered_out": 0,
            "n_advised_against": 1,
            "has_suggestion": True,
        },
    )
    assert isinstance(elapsed, int)


def test_the_words_are_told_where_the_webmaster_asks_for_them(new_page: NewPage, embed: Embed) -> None:
    page = new_page()
    answer_with(page, make_answer(make_hit("a")))
    page.goto(embed("share-query"))
    page.evaluate(LISTEN)
    _search(page, "en fråga")
    assert _heard(page, 1)[0][1]["query"] == "en fråga"


def test_the_page_is_told_what_is_opened(new_page: NewPage, embed: Embed) -> None:
    page = new_page()
    passage = {"heading": "I korthet", "anchor": "i-korthet", "text": "Text.", "score": 1.0, "highlights": []}
    warned = make_hit("x", recommendation="avråds")
    answer_with(page, make_answer(make_hit("a"), make_hit("b", passages=[passage]), n_hits=7, advised_against=[warned]))
    page.goto(embed())
    page.evaluate(LISTEN)
    page.evaluate("() => document.addEventListener('click', (event) => event.preventDefault())")  # stay on the page
    _search(page)
    for name in ("X", "B", "I korthet", "Visa alla 7 träffar på Till handling"):
        page.get_by_role("link", name=name, exact=True).click()
    opened = [detail for name, detail in _heard(page, 5) if name == "open"]
    assert opened == [
        {"kind": "advised-against", "slug": "x", "rank": 1},
        {"kind": "hit", "slug": "b", "rank": 2},
        {"kind": "hit", "slug": "b", "rank": 2},
        {"kind": "all", "slug": None, "rank": None},
    ]


def test_the_page_is_told_of_a_failure(unwatched_page: Page, embed: Embed) -> None:
    unwatched_page.route(SEARCHES, lambda route: fulfil(route, {"title": "Nej"}, 403))
    unwatched_page.goto(embed())
    unwatched_page.evaluate(LISTEN)
    _search(unwatched_page)
    assert _heard(unwatched_page, 1) == [["error", {"kind": "refused", "status": 403}]]


def test_a_hit_leads_to_its_page_and_a_passage_to_its_place(new_page: NewPage, embed: Embed, site: str) -> None:
    page = new_page()
    page.goto(embed())
    _search(page, "skrämma ungdomar med studiebesök i fängelse")
    warning = page.locator("kb-search [part=warning]")
    expect(warning).to_contain_text("Avråds")
    warning.locator("[part=passage] a").click()
    page.wait_for_url(f"{site}/vagledning/skramselprogram-avrads#*")
    assert page.locator(":target").count() == 1


def test_the_file_is_the_one_that_was_built(new_page: NewPage, embed: Embed) -> None:
    page = new_page()
    with page.expect_response(f"**/{build_bundle().script.name}") as loaded:
        page.goto(embed())
    assert loaded.value.body() == build_bundle().script.content
