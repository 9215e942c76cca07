"""The lines of a PDF's pages, as PDFium reads them."""

import pytest

from kb.errors import DescriptionDamaged, DescriptionProtected
from kb.reading.pdf.pdf_lines import Line
from kb.reading.pdf.pdfium import read_pages
from tests.kb.reading.make_pdf import HEIGHT, Text, make_pdf, make_scan, set_lines


def _lines(*texts: Text) -> tuple[Line, ...]:
    (page,) = read_pages(make_pdf(texts))
    return page.lines


def test_a_line_has_its_text_its_type_and_its_place() -> None:
    (line,) = _lines(Text(text="Åtgärder på öppna torg", x=70, y=700, size=14, is_bold=True))
    assert (line.text, line.size, line.is_bold, line.baseline) == ("Åtgärder på öppna torg", 14, True, 700)
    assert line.left == pytest.approx(70, abs=1)
    assert line.right == pytest.approx(70 + 14 * 0.6 * 22, rel=0.2)


def test_a_page_has_its_height_and_its_lines_in_order() -> None:
    (page,) = read_pages(make_pdf(set_lines("Torget.", "Skolan.")))
    assert (page.height, page.has_image) == (HEIGHT, False)
    assert [(line.text, line.is_bold) for line in page.lines] == [("Torget.", False), ("Skolan.", False)]


def test_words_far_apart_are_lines_of_their_own() -> None:
    assert [
        line.text for line in _lines(Text(text="Stöld i butik"), Text(text="58", x=300), Text(text="131", x=400))
    ] == [
        "Stöld i butik",
        "58",
        "131",
    ]


def test_a_line_of_few_words_stretched_to_the_margin_is_one() -> None:
    words = [Text(text="som", x=x) for x in (70, 130, 190)]
    assert [line.text for line in _lines(*words)] == ["som som som"]


def test_a_hyphen_at_a_lines_end_is_a_hyphen() -> None:
    assert [line.text for line in _lines(*set_lines("Skade-", "görelse"))] == ["Skade-", "görelse"]


def test_a_picture_is_told_of() -> None:
    assert [page.has_image for page in read_pages(make_scan(2))] == [True, True]


def test_a_pdf_under_a_password_is_protected() -> None:
    with pytest.raises(DescriptionProtected, match="under a password; save it without one"):
        read_pages(make_pdf([Text(text="Torget")], password="hemligt"))


def test_what_is_no_pdf_is_damaged() -> None:
    with pytest.raises(DescriptionDamaged, match="damaged PDF; export it anew"):
        read_pages(b"%PDF-1.7 och inget mer %%EOF")


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_text_is_seen_upright(turn: int) -> None:
    (page,) = read_pages(make_pdf(set_lines("Torget är", "otryggt nu."), turn=turn))
    first, second = page.lines
    assert (first.text, second.text) == ("Torget är", "otryggt nu.")
    assert first.baseline - second.baseline == pytest.approx(14, abs=0.1)
    assert first.left == pytest.approx(second.left, abs=2)
    assert first.right > first.left + 40
