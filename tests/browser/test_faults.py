"""The watch and axe themselves: both tell of a page that is broken."""

import pytest
from playwright.sync_api import Browser

from tests.browser.accessibility import find_violations
from tests.browser.faults import watch_faults

WHOLE = """<html lang="sv"><title>Sida</title><meta name="viewport" content="width=device-width">
<main><h1>Sida</h1><h2>Del</h2><p>Brödtext</p><a href="/"><img src="data:," alt="Hem"></a><button>Sänd</button>
<label>Ort <input name="ort"></label><label>Län <select name="lan"><option>Skåne</select></label></main>"""
INLINE_SCRIPT = "document.body.append(Object.assign(document.createElement('script'), {text: '1'}))"


@pytest.mark.parametrize(
    ("deed", "fault"),
    [
        (INLINE_SCRIPT, "script-src 'self'"),
        ("document.body.setAttribute('style', 'color: red')", "style-src 'self'"),
        ("fetch('https://elsewhere.example/').catch(() => 0)", "connect-src 'self'"),
        ("fetch('/nope').then(() => 0)", "404 for"),
        ("console.error('oj')", "error in the console: oj"),
        ("queueMicrotask(() => { throw new Error('oj') })", "uncaught: oj"),
    ],
)
def test_a_fault_of_a_page_is_told(browser: Browser, site: str, deed: str, fault: str) -> None:
    with browser.new_context(base_url=site) as context:
        faults = watch_faults(context)
        page = context.new_page()
        page.goto("/")
        page.evaluate(deed)
        page.goto("/")
        assert fault in "\n".join(faults)


def test_a_page_that_is_an_error_is_no_fault(browser: Browser, site: str) -> None:
    with browser.new_context(base_url=site) as context:
        faults = watch_faults(context)
        context.new_page().goto("/vagledning/nope")
        assert faults == []


def test_axe_names_the_rule_and_the_element(browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content("<html lang=sv><title>t</title><main><h1>r</h1><input id=f></main>")
        (violation,) = find_violations(page)
        assert violation.startswith("label: #f;")


def test_axe_finds_nothing_in_a_whole_page(browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content(WHOLE)
        assert find_violations(page) == []


@pytest.mark.parametrize(
    ("part", "instead", "rule"),
    [
        (' lang="sv"', "", "html-has-lang"),
        ("<title>Sida</title>", "", "document-title"),
        ("width=device-width", "width=device-width, maximum-scale=1", "meta-viewport"),
        ("<h1>Sida</h1>", "", "page-has-heading-one"),
        ("h2", "h3", "heading-order"),
        ("<main>", "<div>", "landmark-one-main"),
        ("<p>", '<p style="color: #888">', "color-contrast"),
        (' alt="Hem"', "", "image-alt"),
        ("Hem", "", "link-name"),
        ("Sänd", "", "button-name"),
        ("Ort", "", "label"),
        ("Län", "", "select-name"),
    ],
)
def test_axe_finds_what_the_tests_of_the_site_leave_to_it(browser: Browser, part: str, instead: str, rule: str) -> None:
    """tests/site opens every page without a browser, and checks none of this."""
    assert part in WHOLE
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content(WHOLE.replace(part, instead))
        assert rule in [violation.partition(":")[0] for violation in find_violations(page)]
