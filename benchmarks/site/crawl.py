"""Every page of the site: those of the sitemap, searches, and what its forms answer when they are filled in."""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as Xml

from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from api.pages.feeds.sitemap import NAMESPACE
from benchmarks.site.answer import Answer
from benchmarks.site.html import Element, Html, read_html

DESCRIPTION = Path("docs/examples/lagesbild-alvdala.md")
TEXTS = {"policy": "default-src 'self'; script-src 'self'"}
"""Field -> what is written there; in all others the description."""
SEARCHES = ("/sok?q=snatteri", "/sok?q=skrämma unga med besök i fängelse", "/sok?q=vilken temperatur har solens yta")
"""An answer, an answer with a warning, and none."""


def crawl(client: TestClient, app: FastAPI) -> Iterator[Answer]:
    """All pages, each once; of forms that are sent, one for each address that they lead to."""
    templates = [route.path for route in app.state.page_routes if "GET" in (route.methods or ())]
    waiting = [*_listed(client), *SEARCHES]
    sent: set[str] = set()
    for path in waiting:
        page = fetch(client, path, _kind(path, templates))
        yield page
        yield from _send_forms(client, page, sent)


def fetch(client: TestClient, path: str, kind: str) -> Answer:
    start = time.perf_counter()
    response = client.get(path)
    return _answer(kind, path, response, start)


def _listed(client: TestClient) -> list[str]:
    root = Xml.fromstring(client.get("/sitemap.xml").content)
    addresses = [element.text or "" for element in root.iter(f"{{{NAMESPACE}}}loc")]
    return [address.removeprefix(str(client.base_url).rstrip("/")) for address in addresses]


def _kind(path: str, templates: list[str]) -> str:
    """The route that answers the path, which may have parts in braces."""
    bare = path.partition("?")[0]
    for template in templates:
        if re.fullmatch(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(template)), bare):
            return template + ("?q=" if "?" in path else "")
    return bare


def _send_forms(client: TestClient, page: Answer, sent: set[str]) -> Iterator[Answer]:
    """What the page's forms answer, and the forms in those answers; a form that cannot do without a file is left."""
    for form in page.html.all("form"):
        fields = page.html.within(form, "input")
        needs_file = any("required" in e.attributes for e in fields if e.attributes.get("type") == "file")
        if form.attributes.get("method", "get").lower() != "post" or needs_file:
            continue
        for action, button in _ways(page, form):
            if action in sent:
                continue
            sent.add(action)
            start = time.perf_counter()
            response = client.post(action, data=_fill(page.html, form, button))
            answer = _answer(f"POST {action}", action, response, start)
            yield answer
            yield from _send_forms(client, answer, sent)


def _ways(page: Answer, form: Element) -> Iterator[tuple[str, Element]]:
    """Where the form may be sent, and the button that sends it there; the first is the one that Enter presses."""
    own = form.attributes.get("action", page.path)
    for button in page.html.within(form, "button"):
        if button.attributes.get("type", "submit") == "submit":
            yield button.attributes.get("formaction", own), button


def _fill(html: Html, form: Element, button: Element) -> dict[str, list[str]]:
    """The form's values as it stands, with a description where a text is asked for."""
    values: dict[str, list[str]] = {}
    for field in [*html.within(form, "input", "textarea", "select"), button]:
        name, kind = field.attributes.get("name"), field.attributes.get("type", "")
        is_left_out = kind in ("checkbox", "radio") and "checked" not in field.attributes
        if name and kind != "file" and not is_left_out and "disabled" not in field.attributes:
            values.setdefault(name, []).append(_value(html, field))
    return values


def _value(html: Html, field: Element) -> str:
    if field.tag == "textarea":
        text = field.text.strip() or TEXTS.get(field.attributes.get("name", ""))
        return text or DESCRIPTION.read_text(encoding="utf-8")
    if field.tag == "select":
        options = html.within(field, "option")
        chosen = [option for option in options if "selected" in option.attributes] or options[:1]
        return chosen[0].attributes.get("value", chosen[0].text) if chosen else ""
    default = "on" if field.attributes.get("type") == "checkbox" else ""
    return field.attributes.get("value", default)


def _answer(kind: str, path: str, response: Response, start: float) -> Answer:
    elapsed_ms = (time.perf_counter() - start) * 1000
    is_html = response.headers.get("content-type", "").startswith("text/html")
    html = read_html(response.text if is_html else "")
    return Answer(
        kind=kind,
        path=path,
        status=response.status_code,
        headers=dict(response.headers),
        body=response.content,
        html=html,
        elapsed_ms=elapsed_ms,
    )
