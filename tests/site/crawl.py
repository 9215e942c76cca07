"""Every page of the site: those of the sitemap, searches, and what its forms answer when they are filled in."""

from collections.abc import Iterator
from urllib.parse import urldefrag

from fastapi.testclient import TestClient
from httpx2 import Response
from lxml.html import FormElement, HtmlElement, document_fromstring

from tests.root import ROOT
from tests.site.answer import Answer
from tests.site.sitemap import read_sitemap

DESCRIPTION = ROOT / "docs" / "examples" / "lagesbild-alvdala.md"
TEXTS = {"policy": "default-src 'self'; script-src 'self'"}
"""Field -> what is written there; in all others the description."""
SEARCHES = ("/sok?q=snatteri", "/sok?q=skrämma unga med besök i fängelse", "/sok?q=vilken temperatur har solens yta")
"""An answer, an answer with a warning, and none."""
NOTHING = document_fromstring("<html></html>")
EMPTY_FIELDS = ".//input[not(@value) and not(@type='checkbox' or @type='radio')]"
SUBMITS = ".//button[not(@type) or @type='submit']"


def crawl(client: TestClient) -> Iterator[Answer]:
    """All pages, each once; of forms that are sent, one for each address that they lead to."""
    sent: set[str] = set()
    listed = read_sitemap(client.get("/sitemap.xml").content, str(client.base_url).rstrip("/"))
    for path in [*listed, *SEARCHES]:
        page = _read("GET", path, client.get(path))
        yield page
        yield from _send_forms(client, page, sent)


def _send_forms(client: TestClient, page: Answer, sent: set[str]) -> Iterator[Answer]:
    """What the page's forms answer, and the forms in those answers; a form that cannot do without a file is left."""
    for form in page.html.forms:
        if form.method != "POST" or form.xpath(".//input[@type='file' and @required]"):
            continue
        for button in form.xpath(SUBMITS):
            action = button.get("formaction") or form.action or page.path
            if action in sent:
                continue
            sent.add(action)
            answer = _read("POST", urldefrag(action).url, client.post(action, data=_fill_in(form, button)))
            yield answer
            yield from _send_forms(client, answer, sent)


def _fill_in(form: FormElement, button: HtmlElement) -> dict[str, list[str]]:
    """What a browser sends of the form as it stands, with a description where a text is asked for."""
    for field in form.xpath(EMPTY_FIELDS):
        field.set("value", "")
    for area in form.iter("textarea"):
        if not area.value.strip():
            area.value = TEXTS.get(area.name) or DESCRIPTION.read_text(encoding="utf-8")
    values: dict[str, list[str]] = {}
    for name, value in [*form.form_values(), (button.get("name"), button.get("value", ""))]:
        if name:
            values.setdefault(name, []).append(value)
    return values


def _read(method: str, path: str, response: Response) -> Answer:
    is_html = response.headers.get("content-type", "").startswith("text/html")
    return Answer(
        method=method,
        path=path,
        status=response.status_code,
        headers=dict(response.headers),
        body=response.content,
        html=document_fromstring(response.text) if is_html else NOTHING,
    )
