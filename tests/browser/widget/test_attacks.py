"""Text stays text, wherever it comes from."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.open_pages import NewPage
from tests.browser.widget.answers import answer_with, make_answer, make_hit
from tests.browser.widget.conftest import Embed

ATTACK = "<img src=x onerror=\"document.title='Angripen'\"><script>document.title='Angripen'</script>"
PASSAGE = {"heading": ATTACK, "anchor": ATTACK, "text": f"före {ATTACK}", "score": 1.0, "highlights": [[0, 4], [5, 9]]}
HIT = make_hit(slug=f"../../{ATTACK}", title=ATTACK, summary=ATTACK, passages=[PASSAGE])
INSIDE = (
    "e => [...e.shadowRoot.querySelectorAll('*')].filter((each) => ['img', 'script'].includes(each.localName)).length"
)


def _attack(page: Page, embed: Embed, answer: dict[str, Any]) -> None:
    answer_with(page, answer)
    page.goto(embed())
    page.get_by_role("searchbox").fill(ATTACK)
    expect(page.locator("kb-search [part=results] > *").first).to_be_visible()
    assert page.locator("kb-search").evaluate(INSIDE) == 0
    assert page.title() == "Intranät"


def test_an_answer_full_of_markup_is_shown_as_text(unwatched_page: Page, embed: Embed, site: str) -> None:
    _attack(unwatched_page, embed, make_answer(HIT, advised_against=[HIT], suggestion=ATTACK))
    expect(unwatched_page.locator("kb-search [part=title]").first).to_have_text(ATTACK)
    for link in unwatched_page.locator("kb-search a").all():
        assert str(link.get_attribute("href")).startswith((f"{site}/vagledning/..%2F..%2F", f"{site}/sok?q="))


def test_topics_full_of_markup_are_shown_as_text(unwatched_page: Page, embed: Embed, site: str) -> None:
    topic = {"slug": "javascript:alert(1)", "title": ATTACK, "relevance": 1.0}
    _attack(unwatched_page, embed, make_answer(topics=[topic]))
    link = unwatched_page.get_by_role("link", name=ATTACK)
    expect(link).to_have_attribute("href", f"{site}/problemomrade/javascript%3Aalert(1)")


def test_attributes_full_of_markup_are_shown_as_text(new_page: NewPage, embed: Embed) -> None:
    page = new_page()
    escaped = ATTACK.replace('"', "&quot;")
    page.goto(embed(f'label="{escaped}" placeholder="{escaped}"'))
    expect(page.get_by_label(ATTACK)).to_have_count(2)  # the field and its form
    assert page.locator("kb-search").evaluate(INSIDE) == 0


def test_an_address_that_is_no_address_is_refused(unwatched_page: Page, embed: Embed) -> None:
    for address in ("javascript:alert(1)", "data:text/html,x", "https://"):
        unwatched_page.goto(embed(f'endpoint="{address}"'))
        expect(unwatched_page.locator("kb-search")).to_contain_text("Sökrutan är felaktigt inställd")


def test_marks_stand_where_the_service_says_also_after_an_emoji(new_page: NewPage, embed: Embed) -> None:
    page = new_page()
    text = "😀😀 klotter på skolan"
    passage = {"heading": "I korthet", "anchor": "i-korthet", "text": text, "score": 1.0, "highlights": [[3, 10]]}
    answer_with(page, make_answer(make_hit(passages=[passage])))
    page.goto(embed())
    page.get_by_role("searchbox").fill("klotter")
    expect(page.locator("kb-search mark")).to_have_text(["klotter"])
    expect(page.locator("kb-search [part=passage]")).to_have_text(f"I korthet: {text}")


def test_a_long_passage_is_cut_between_words_around_the_match(new_page: NewPage, embed: Embed) -> None:
    page = new_page()
    text = "ord " * 100 + "klotter " + "ord " * 100
    passage = {"heading": "Evidens", "anchor": "evidens", "text": text, "score": 1.0, "highlights": [[400, 407]]}
    answer_with(page, make_answer(make_hit(passages=[passage])))
    page.goto(embed())
    page.get_by_role("searchbox").fill("klotter")
    shown = page.locator("kb-search [part=passage]")
    expect(shown).to_contain_text("Evidens: … ord ord")
    words = shown.inner_text().split()
    assert set(words) == {"Evidens:", "…", "ord", "klotter"}
    assert len(shown.inner_text()) < 260
