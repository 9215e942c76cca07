"""A description of any format read into Markdown."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.errors import DescriptionRejected, DescriptionTooLarge, KbError
from kb.reading.read import MAX_BYTES, read_description
from tests.kb.problems.paragraphs import read_paragraphs
from tests.kb.reading.make_docx import make_docx, paragraph
from tests.kb.reading.make_pdf import Text, make_pdf, set_lines
from tests.root import ROOT

DOCX = make_docx(paragraph("Torget", '<w:outlineLvl w:val="0"/>') + paragraph("Det säljs narkotika."))
PDF = make_pdf(
    [Text(text="Torget", size=16), *set_lines("Det säljs narkotika på torget. Skade-", "görelsen ökar.", y=740)]
)
STARTS = [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", DOCX[:200], PDF[:200]]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"# Torget\n\nDet s\xc3\xa4ljs\nnarkotika.", "lagesbild.md"),
        (DOCX, "lagesbild.docx"),
        (make_pdf([Text(text="Torget", size=16), *set_lines("Det säljs", "narkotika.", y=740)]), "lagesbild.pdf"),
    ],
)
def test_the_same_description_reads_alike_in_every_format(raw: bytes, name: str) -> None:
    text = read_description(raw, name)
    assert text == "# Torget\n\nDet säljs narkotika."
    assert [(unit.heading, unit.text) for unit in read_paragraphs(text)] == [("Torget", "Det säljs narkotika.")]


@pytest.mark.parametrize("raw", [b"", b" \r\n\t"])
def test_an_empty_file_is_rejected(raw: bytes) -> None:
    with pytest.raises(DescriptionRejected, match="is empty; describe at least one problem"):
        read_description(raw, "lagesbild.pdf")


def test_a_file_over_the_limit_is_rejected_unread() -> None:
    with pytest.raises(DescriptionTooLarge, match="more than 50 MB; take out pictures"):
        read_description(b"\0" * (MAX_BYTES + 1))


@settings(max_examples=300)
@given(st.binary(max_size=300), st.sampled_from(["", "a.txt", "a.md", "a.doc"]))
def test_random_bytes_are_text_or_rejected(raw: bytes, name: str) -> None:
    try:
        read_description(raw, name)
    except KbError as error:
        assert str(error)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(STARTS), st.binary(max_size=2000), st.sampled_from([b"", b"\n%%EOF"]))
def test_random_bytes_that_begin_like_a_document_are_rejected(start: bytes, rest: bytes, end: bytes) -> None:
    try:
        read_description(start + rest + end)
    except KbError as error:
        assert "narkotika" not in str(error)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from([DOCX, PDF]), st.floats(0, 1), st.binary(min_size=1, max_size=20))
def test_a_document_with_a_damaged_stretch_is_read_or_rejected(raw: bytes, share: float, damage: bytes) -> None:
    position = int(share * len(raw))
    try:
        read_description(raw[:position] + damage + raw[position + len(damage) :])
    except KbError as error:
        assert "narkotika" not in str(error)


def test_the_example_in_the_docs_keeps_its_headings() -> None:
    example = ROOT / "docs" / "examples" / "lagesbild-alvdala.md"
    headings = [line for line in read_description(example.read_bytes(), example.name).split("\n") if line[:1] == "#"]
    assert headings[:3] == ["# Älvdala kommun: lägesbild 2026", "## Om underlaget", "## Kartläggning"]
