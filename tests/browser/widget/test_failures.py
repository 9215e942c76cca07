"""When the service is down, slow, garbled or says no; and when answers come in another order than the questions."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.widget.answers import (
    OPEN,
    SEARCHES,
    answer_held,
    asked,
    fulfil,
    hold_searches,
    make_answer,
    make_hit,
    stop_clock,
)
from tests.browser.widget.conftest import Embed


def _ask(page: Page, text: str = "klotter & skräp") -> None:
    page.get_by_role("searchbox").fill(text)


def test_a_service_that_is_down_is_told_with_two_ways_on(unwatched_page: Page, embed: Embed, site: str) -> None:
    unwatched_page.route(SEARCHES, lambda route: route.abort("connectionrefused"))
    unwatched_page.goto(embed())
    _ask(unwatched_page)
    expect(unwatched_page.get_by_text("Sökningen svarar inte just nu.", exact=True).last).to_be_visible()
    link = unwatched_page.get_by_role("link", name="Sök på Till handling")
    expect(link).to_have_attribute("href", f"{site}/sok?q=klotter+%26+skr%C3%A4p")
    unwatched_page.unroute(SEARCHES)
    unwatched_page.get_by_role("button", name="Försök igen").click()
    expect(unwatched_page.locator("kb-search [part=title]").first).to_be_visible()
    expect(unwatched_page.get_by_role("searchbox")).to_be_focused()


def test_a_service_that_does_not_answer_is_waited_for_a_quarter_of_a_minute(unwatched_page: Page, embed: Embed) -> None:
    unwatched_page.clock.install()
    unwatched_page.route(SEARCHES, lambda _: None)
    unwatched_page.goto(embed())
    stop_clock(unwatched_page)
    _ask(unwatched_page)
    unwatched_page.get_by_role("searchbox").press("Enter")
    unwatched_page.clock.run_for(14_900)
    expect(unwatched_page.locator("kb-search [part=wait]")).to_be_visible()
    unwatched_page.clock.run_for(200)
    expect(unwatched_page.locator("kb-search [part=failure]")).to_contain_text("Sökningen dröjer för länge.")


@pytest.mark.parametrize("body", ["", "<html>Fel</html>", "{}", "[]", "null", '{"hits": "x"}'])
def test_an_answer_that_is_none_is_a_failure(unwatched_page: Page, embed: Embed, body: str) -> None:
    unwatched_page.route(SEARCHES, lambda route: route.fulfill(status=200, headers=OPEN, body=body))
    unwatched_page.goto(embed())
    _ask(unwatched_page)
    expect(unwatched_page.locator("kb-search [part=failure]")).to_contain_text("Sökningen svarar inte just nu.")


def test_a_refusal_is_told_in_the_words_of_the_service(unwatched_page: Page, embed: Embed) -> None:
    unwatched_page.goto(embed('filters="setting=finns-inte"'))
    _ask(unwatched_page)
    expect(unwatched_page.locator("kb-search [part=failure]")).to_contain_text("Filtret finns inte.")


def test_a_failure_of_the_service_is_not_told_in_its_own_words(unwatched_page: Page, embed: Embed) -> None:
    unwatched_page.route(SEARCHES, lambda route: fulfil(route, {"title": "Indexet är skadat"}, 503))
    unwatched_page.goto(embed())
    _ask(unwatched_page)
    expect(unwatched_page.locator("kb-search [part=failure]")).to_contain_text("Sökningen svarar inte just nu.")


def test_an_answer_to_an_earlier_question_is_never_shown(unwatched_page: Page, embed: Embed) -> None:
    hold_searches(unwatched_page)
    unwatched_page.goto(embed())
    for query in ("första", "andra"):
        _ask(unwatched_page, query)
        unwatched_page.wait_for_function("query => window.held.has(query)", arg=query)
    assert unwatched_page.evaluate("() => window.calledOff") == ["första"]
    answer_held(unwatched_page, "andra", make_answer(make_hit("den-andra")))
    expect(unwatched_page.locator("kb-search [part=title]")).to_have_text(["Den-andra"])
    answer_held(unwatched_page, "första", make_answer(make_hit("den-första")))
    expect(unwatched_page.locator("kb-search [part=title]")).to_have_text(["Den-andra"])


def test_an_answer_after_the_field_was_emptied_is_never_shown(unwatched_page: Page, embed: Embed) -> None:
    hold_searches(unwatched_page)
    unwatched_page.goto(embed())
    _ask(unwatched_page, "fråga")
    unwatched_page.wait_for_function("() => window.held.has('fråga')")
    _ask(unwatched_page, "")
    answer_held(unwatched_page, "fråga", make_answer(make_hit()))
    expect(unwatched_page.locator("kb-search [part=results]")).to_be_empty()


def test_what_was_found_stays_until_the_next_answer_comes(unwatched_page: Page, embed: Embed) -> None:
    hold_searches(unwatched_page)
    unwatched_page.goto(embed())
    _ask(unwatched_page, "första")
    answer_held(unwatched_page, "första", make_answer(make_hit("den-första")))
    _ask(unwatched_page, "andra")
    unwatched_page.wait_for_function("() => window.held.has('andra')")
    expect(unwatched_page.locator("kb-search [part=results]")).to_have_attribute("aria-busy", "true")
    expect(unwatched_page.locator("kb-search [part=title]")).to_have_text(["Den-första"])


def test_while_typing_it_asks_once_for_a_pause_and_not_for_every_key(unwatched_page: Page, embed: Embed) -> None:
    hold_searches(unwatched_page)
    unwatched_page.clock.install()
    unwatched_page.goto(embed())
    field = unwatched_page.get_by_role("searchbox")
    field.press_sequentially("kl")
    unwatched_page.clock.run_for(1_000)
    assert asked(unwatched_page) == []  # too short
    stop_clock(unwatched_page)
    field.press_sequentially("otter")
    assert asked(unwatched_page) == []
    unwatched_page.clock.run_for(300)
    assert asked(unwatched_page) == ["klotter"]


def test_with_live_off_nothing_is_asked_until_the_button_is_pressed(unwatched_page: Page, embed: Embed) -> None:
    hold_searches(unwatched_page)
    unwatched_page.clock.install()
    unwatched_page.goto(embed("live=off"))
    stop_clock(unwatched_page)
    unwatched_page.get_by_role("searchbox").press_sequentially("klotter")
    unwatched_page.clock.run_for(5_000)
    assert asked(unwatched_page) == []
    unwatched_page.get_by_role("button", name="Sök").click()
    assert asked(unwatched_page) == ["klotter"]


def test_a_widget_that_is_taken_from_the_page_calls_its_search_off(unwatched_page: Page, embed: Embed) -> None:
    hold_searches(unwatched_page)
    unwatched_page.goto(embed())
    _ask(unwatched_page, "fråga")
    unwatched_page.wait_for_function("() => window.held.has('fråga')")
    unwatched_page.locator("kb-search").evaluate("e => e.remove()")
    assert unwatched_page.evaluate("() => window.calledOff") == ["fråga"]
