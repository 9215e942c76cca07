"""Among the styles of a page that was not made for it, and those that a webmaster makes for it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.open_pages import NewPage
from tests.browser.widget.conftest import Embed

LOOK = """e => {
  const look = (selector) => {
    const element = e.shadowRoot.querySelector(selector);
    const style = getComputedStyle(element);
    const names = ["color", "backgroundColor", "fontSize", "lineHeight", "textTransform", "letterSpacing", "textAlign",
      "padding", "visibility", "cursor", "textShadow", "wordSpacing", "whiteSpace", "direction"];
    return names.map((name) => style[name]).join("|");
  };
  return [".kb", "label", "input", "button", ".hint"].map(look);
}"""
HOSTILE = {
    "unset": "* { all: unset !important }",
    "revert": "* { all: revert !important }",
    "tiny and red": "* { font: 3px/0.5 fantasy !important; color: red !important; background: red !important }",
    "inherited": """body { visibility: visible; text-transform: uppercase; letter-spacing: 1em; text-align: right;
      text-shadow: 0 0 9px red; word-spacing: 2em; white-space: nowrap; cursor: none; line-height: 4 }""",
    "by element": "input, button, label, p, ul, li, h3, a { display: none !important; padding: 50px !important }",
    "by id and class": "#q, #results, .kb, .hits, .badges, .row { display: none !important }",
}


def _style(css: str) -> str:
    return f"<style>{css}</style>"


@pytest.mark.parametrize("name", HOSTILE)
def test_the_styles_of_the_page_do_not_reach_in(new_page: NewPage, embed: Embed, name: str) -> None:
    page = new_page()
    page.goto(embed(head=_style("html { font-size: 16px }")))
    look = page.locator("kb-search").evaluate(LOOK)
    page.goto(embed(head=_style(HOSTILE[name])))
    assert page.locator("kb-search").evaluate(LOOK) == look
    expect(page.get_by_role("searchbox")).to_be_visible()
    page.get_by_role("searchbox").fill("klotter")
    expect(page.locator("kb-search [part=title]").first).to_be_visible()


@pytest.mark.parametrize(
    "rule", ["display: none", "opacity: 0", "width: 0; height: 0; overflow: hidden; display: block"]
)
def test_a_rule_for_the_element_itself_can_still_hide_it(new_page: NewPage, embed: Embed, rule: str) -> None:
    page = new_page()
    page.goto(embed(head=_style(f"kb-search {{ {rule} }}")))
    hidden = """e => !e.checkVisibility({ opacityProperty: true }) || e.getBoundingClientRect().width === 0"""
    assert page.locator("kb-search").evaluate(hidden)


def test_it_takes_the_typeface_and_size_of_the_page_but_never_below_16_pixels(new_page: NewPage, embed: Embed) -> None:
    page = new_page()
    sizes = {"20px": "20px", "10px": "16px"}
    for given, shown in sizes.items():
        page.goto(embed(head=_style(f"html {{ font: {given} Georgia }}")))
        expect(page.get_by_role("searchbox")).to_have_css("font-family", "Georgia")
        expect(page.get_by_role("searchbox")).to_have_css("font-size", shown)


def test_variables_and_parts_reach_in(new_page: NewPage, embed: Embed) -> None:
    page = new_page()
    css = "kb-search { --kb-accent: rgb(20, 83, 45) } kb-search::part(button) { text-transform: uppercase }"
    page.goto(embed(head=_style(css)))
    button = page.locator("kb-search [part=button]")
    expect(button).to_have_css("background-color", "rgb(20, 83, 45)")
    expect(button).to_have_css("text-transform", "uppercase")


def test_the_attribute_hidden_hides_it(widget_page: Page) -> None:
    widget_page.locator("kb-search").evaluate("e => { e.hidden = true }")
    expect(widget_page.locator("kb-search")).to_be_hidden()
