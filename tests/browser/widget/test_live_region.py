"""What a screen reader is told, and when."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.widget.answers import (
    SEARCHES,
    answer_held,
    answer_with,
    fulfil,
    hold_searches,
    make_answer,
    make_hit,
    stop_clock,
)
from tests.browser.widget.conftest import Embed

HITS = [make_hit(f"a{i}") for i in range(3)]
TOLD = {
    "one hit": (make_answer(HITS[0]), "1 träff"),
    "all hits": (make_answer(*HITS), "3 träffar"),
    "the best of many": (make_answer(*HITS, n_hits=24), "24 träffar, de 3 bästa visas"),
    "a warning": (
        make_answer(*HITS, advised_against=[make_hit("x")]),
        "3 träffar Frågan liknar något som avråds, läs varningen.",
    ),
    "nothing": (make_answer(), "Inget passar tillräckligt bra. Tre frågor och de närmaste ämnena visas."),
    "nothing within the filters": (
        make_answer(answered=True, filtered_out={"n_found": 24, "without": {"setting": 24}}),
        "Urvalet på den här sidan lämnar ingen kvar av 24 träffar.",
    ),
    "nothing but a warning": (
        make_answer(answered=True, advised_against=[make_hit("x")]),
        "Inget annat passar. Frågan liknar något som avråds, läs varningen.",
    ),
    "where to turn": (make_answer(HITS[0], urgent=[{"told": "112 Nödnumret."}]), "112 Nödnumret. 1 träff"),
    "another spelling": (make_answer(HITS[0], suggestion="klotter"), "1 träff Menade ni: klotter"),
}


def _words(page: Page) -> str:
    return "".join(page.locator("kb-search [role=status]").all_text_contents())


@pytest.mark.parametrize("case", TOLD)
def test_an_answer_is_told(unwatched_page: Page, embed: Embed, case: str) -> None:
    answer, words = TOLD[case]
    answer_with(unwatched_page, answer)
    unwatched_page.goto(embed())
    unwatched_page.get_by_role("searchbox").fill("fråga")
    expect(unwatched_page.locator("kb-search [role=status]").filter(has_text=words)).to_have_text(words)
    assert _words(unwatched_page) == words


def test_the_regions_are_there_before_anything_is_told_and_are_not_shown(widget_page: Page) -> None:
    regions = widget_page.locator("kb-search [role=status]")
    expect(regions).to_have_count(2)
    assert _words(widget_page) == ""
    assert {box["width"] for box in (region.bounding_box() for region in regions.all()) if box} == {1}


def test_the_same_words_are_told_again_in_the_other_region(unwatched_page: Page, embed: Embed) -> None:
    answer_with(unwatched_page, make_answer(*HITS))
    unwatched_page.clock.install()
    unwatched_page.goto(embed())
    stop_clock(unwatched_page)  # a slow machine would have the wait told in between
    regions = unwatched_page.locator("kb-search [role=status]")
    unwatched_page.get_by_role("searchbox").fill("en fråga")
    unwatched_page.clock.run_for(300)
    first = regions.filter(has_text="3 träffar")
    expect(first).to_have_count(1)
    before = regions.all_text_contents()
    unwatched_page.get_by_role("searchbox").fill("en annan")
    unwatched_page.clock.run_for(300)
    expect(regions.nth(before.index(""))).to_have_text("3 träffar")
    assert regions.all_text_contents() == before[::-1]


def test_a_long_wait_is_told_and_a_short_one_is_not(unwatched_page: Page, embed: Embed) -> None:
    hold_searches(unwatched_page)
    unwatched_page.clock.install()
    unwatched_page.goto(embed())
    stop_clock(unwatched_page)
    unwatched_page.get_by_role("searchbox").fill("en fråga")
    unwatched_page.get_by_role("searchbox").press("Enter")
    unwatched_page.clock.run_for(300)
    assert _words(unwatched_page) == ""
    unwatched_page.clock.run_for(200)
    assert _words(unwatched_page) == "Söker …"
    answer_held(unwatched_page, "en fråga", make_answer(HITS[0]))
    expect(unwatched_page.locator("kb-search [role=status]").filter(has_text="1 träff")).to_have_count(1)
    assert unwatched_page.locator("kb-search [part=results]").get_attribute("aria-busy") is None


def test_a_failure_is_told(unwatched_page: Page, embed: Embed) -> None:
    unwatched_page.route(SEARCHES, lambda route: fulfil(route, {}, 503))
    unwatched_page.goto(embed())
    unwatched_page.get_by_role("searchbox").fill("en fråga")
    words = "Sökningen svarar inte just nu."
    expect(unwatched_page.locator("kb-search [role=status]").filter(has_text=words)).to_have_count(1)


def test_in_english_it_is_told_in_english(unwatched_page: Page, embed: Embed) -> None:
    answer_with(unwatched_page, make_answer(*HITS))
    unwatched_page.goto(embed(lang="en-GB"))
    unwatched_page.get_by_role("searchbox").fill("a question")
    expect(unwatched_page.locator("kb-search [role=status]").filter(has_text="3 hits")).to_have_count(1)
