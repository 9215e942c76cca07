"""The recipe for Sitevision, as far as it can be run without Sitevision: its form, and its part in the browser."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from api.widget.attributes import ATTRIBUTES
from tests.browser.open_pages import NewPage
from tests.browser.widget.conftest import Embed
from tests.root import ROOT

PACKAGE = ROOT / "packages" / "sitevision"
SETTINGS = {"endpoint": "https://kb.example.se/", "label": "Sök", "filters": "", "key": "", "results": "2"}


def _read(*names: str) -> str:
    """The modules as one script: their imports are of each other alone."""
    text = "\n".join((PACKAGE / "src" / name).read_text(encoding="utf-8") for name in names)
    bare = re.sub(r"^import .*$|^export (?!default)", "", text, flags=re.MULTILINE)
    return bare.replace("export default", "window.main =")


def _render(page: Page, **settings: str) -> str:
    script = _read("form.js")
    return str(page.evaluate(f"settings => {{ {script}; return renderForm(settings) }}", {**SETTINGS, **settings}))


def test_the_server_writes_the_plain_form(page: Page) -> None:
    assert _render(page, label="") == (
        '<form action="https://kb.example.se/sok"><label>Sök vägledning <input name="q" type="search"></label> '
        "<button>Sök</button></form>"
    )


def test_what_was_typed_in_the_settings_stays_text(page: Page) -> None:
    html = _render(page, endpoint='https://x"><script>', label="<img src=x onerror=alert(1)>")
    assert "<script" not in html
    assert "<img" not in html


@pytest.mark.parametrize("endpoint", ["", "kb.example.se", "javascript:alert(1)", "http://kb.example.se"])
def test_without_an_address_the_editor_is_told_what_to_do(page: Page, endpoint: str) -> None:
    assert _render(page, endpoint=endpoint) == "<p>Öppna modulens inställningar och skriv tjänstens adress.</p>"


def test_in_the_browser_the_widget_takes_the_place_of_the_form(new_page: NewPage, embed: Embed, site: str) -> None:
    page = new_page()
    page.goto(embed())
    page.locator("kb-search").evaluate("e => e.replaceWith(document.createElement('section'))")
    main = _read("form.js", "main.js").replace("https:\\/\\/", "https?:\\/\\/")  # the service of the test has no TLS
    settings = {**SETTINGS, "endpoint": site}
    start = f"""settings => {{ {main}; const place = document.querySelector('section');
      place.innerHTML = renderForm(settings); window.main(settings, place); }}"""
    page.evaluate(start, settings)
    page.get_by_role("searchbox", name="Sök").fill("klotter")
    expect(page.locator("kb-search [part=title]")).to_have_count(2)
    assert page.locator("kb-search form").first.count() == 1


def test_its_settings_are_attributes_of_the_widget_and_have_fields() -> None:
    defaults = json.loads((PACKAGE / "appDataDefaults.json").read_text(encoding="utf-8"))["appData"]
    fields = set(re.findall(r'name="(\w+)"', (PACKAGE / "src/config/index.html").read_text(encoding="utf-8")))
    assert fields == set(defaults)
    assert fields - {"script", "integrity"} <= set(ATTRIBUTES)
