"""A section becomes HTML: citations and documents are linked, and nothing in it runs."""

import pytest

from api.pages.frame.markdown import render_markdown
from kb.documents import Source

SOURCES = [
    Source(id="bra", title="En bok", publisher="Brå", year=2024, url=None, kind="myndighet"),
    Source(id="sbu-2", title="En översikt", publisher="SBU", year=None, url=None, kind="myndighet"),
]


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Det är så [@bra].", 'Det är så <a href="#kalla-bra">[1]</a>.'),
        ("Det är så[@sbu-2].", 'Det är så <a href="#kalla-sbu-2">[2]</a>.'),
        ("Så [@sbu-2; @bra].", 'Så <a href="#kalla-sbu-2">[2]</a> <a href="#kalla-bra">[1]</a>.'),
        ("Så [@okand].", "Så ."),
        ("[SSPF](sspf.md)", '<a href="/vagledning/sspf">SSPF</a>'),
        ("[effekt](sspf.md#effekt)", '<a href="/vagledning/sspf#effekt">effekt</a>'),
        ("[rån](../problem-areas/ungdomsran.md)", '<a href="/problemomrade/ungdomsran">rån</a>'),
        ("[Brå](https://bra.se/a.md)", '<a href="https://bra.se/a.md">Brå</a>'),
        ("**fet** & <b>rå</b>", "<strong>fet</strong> &amp; &lt;b&gt;rå&lt;/b&gt;"),
        ("[klicka](javascript:alert(1))", "[klicka](javascript:alert(1))"),
    ],
)
def test_a_paragraph_is_written_as_html(markdown: str, html: str) -> None:
    assert render_markdown(markdown, SOURCES) == f"<p>{html}</p>\n"


def test_a_link_is_read_from_where_the_document_lies() -> None:
    assert 'href="/problemomrade/stold"' in render_markdown("[stöld](stold.md)", [], "problem-areas/")
    assert 'href="/vagledning/sspf"' in render_markdown("[SSPF](../guidance/sspf.md)", [], "problem-areas/")


def test_a_table_is_a_table() -> None:
    assert "<th>År</th>" in render_markdown("| År | Antal |\n|---|---|\n| 2024 | 3 |", SOURCES)
