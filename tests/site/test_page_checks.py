"""A whole page has no fault; each thing taken away or added is one. tests/browser/test_faults.py has what axe finds."""

import pytest
from lxml.html import document_fromstring

from tests.site.answer import Answer
from tests.site.page_checks import check_page

HEADERS = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; script-src 'self'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
    "content-encoding": "gzip",
}
PAGE = """<!doctype html><html lang="sv"><head><title>Sida</title>
<meta name="description" content="Om sidan"><meta name="viewport" content="width=device-width">
<link rel="canonical" href="https://x.example/sida">
<script type="application/ld+json">{"a": 1}</script><script src="/static/site.js"></script></head>
<body><h1 id="a">Sida</h1><h2>Del</h2><p>Text</p><a href="/"><img src="/b.svg" alt="Hem"></a>
<label for="q">Sök</label><input id="q" name="q"><label>Ort <input name="ort"></label>
<input type="hidden" name="id"><button>Sänd</button></body></html>"""


def check(html: str, **headers: str | None) -> list[str]:
    met = {name: value for name, value in {**HEADERS, **headers}.items() if value is not None}
    return check_page(
        Answer(
            method="GET",
            path="/sida",
            status=200,
            headers=met,
            body=html.encode() * 3,
            html=document_fromstring(html),
        )
    )


def test_a_whole_page_has_no_fault() -> None:
    assert check(PAGE) == []


@pytest.mark.parametrize(
    ("part", "instead", "fault"),
    [
        ('content="Om sidan"', 'content=" "', "no meta description"),
        ('name="viewport"', 'name="x"', "no meta viewport"),
        ('rel="canonical"', 'rel="x"', "canonical should be one whole address without a query, is []"),
        (
            "/sida",
            "/sida?q=x",
            "canonical should be one whole address without a query, is ['https://x.example/sida?q=x']",
        ),
        ("<h2>Del</h2>", "<h1>Del</h1>", "2 h1"),
        (' alt="Hem"', ' alt="Hem" id="a"', "id 'a' stands twice"),
        ("<p>", '<p style="color: red">', "<p style>"),
        ("<p>", '<p onclick="x()">', "<p onclick>"),
        ("<p>", "<style>p {}</style><p>", "<style> in the page: 'p {}'"),
        (' type="application/ld+json"', "", "a script in the page"),
        ('{"a": 1}', "{a: 1}", "data for search engines is not JSON: "),
    ],
)
def test_what_is_wrong_is_told(part: str, instead: str, fault: str) -> None:
    assert part in PAGE
    assert any(told.startswith(fault) for told in check(PAGE.replace(part, instead)))


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("content-security-policy", "default-src 'none'; script-src 'unsafe-inline'", "content-security-policy is "),
        ("content-security-policy", None, "content-security-policy is ''"),
        ("x-content-type-options", None, "x-content-type-options is not nosniff"),
        ("referrer-policy", None, "no referrer-policy"),
        ("cache-control", None, "no cache-control"),
        ("content-encoding", None, "not compressed"),
    ],
)
def test_headers_are_asked_for(name: str, value: str | None, fault: str) -> None:
    (told,) = check(PAGE, **{name: value})
    assert told.startswith(fault)
