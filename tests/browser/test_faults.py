"""The watch and axe themselves: both tell of a page that is broken."""

import pytest
from playwright.sync_api import Browser

from tests.browser.accessibility import find_violations
from tests.browser.faults import watch_faults

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
