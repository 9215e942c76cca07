"""A PDF read into Markdown."""

import pytest

from kb.errors import DescriptionDamaged, DescriptionScanned
from kb.reading.pdf.read_pdf import read_pdf
from tests.kb.reading.make_pdf import Text, make_pdf, make_scan, set_lines


def _furniture(number: int) -> list[Text]:
    return [
        Text(text="Älvdala kommun", y=812, size=9),
        Text(text="KS 2026/0123", x=450, y=812, size=9),
        Text(text=f"Sida {number} av 2", x=280, y=30, size=9),
    ]


TWO_PAGES = make_pdf(
    [
        *_furniture(1),
        Text(text="Lägesbild för Älvdala", size=20, y=770),
        Text(text="1", size=14, y=730),
        Text(text="Torget", x=110, y=730, size=14),
        *set_lines(
            "Narkotika säljs öppet vid resecentrum på eftermiddagarna. Skade-",
            "görelsen och otryggheten ökar, och handlarna ser överlåtelser i",
            "dagsljus. Barn-",
            "och ungdomsförvaltningen är orolig.",
            y=710,
        ),
        Text(text="Brottstyp", y=630),
        Text(text="2024", x=300, y=630),
        Text(text="2025", x=380, y=630),
        Text(text="Stöld i butik", y=614),
        Text(text="58", x=300, y=614),
        Text(text="131", x=380, y=614),
        Text(text="Tider", y=580, is_bold=True),
        *set_lines("• eftermiddagar", "• lördagar", y=560),
        *set_lines("Polisen har gjort ingripanden, men försäljningen är tillbaka efter", y=60),
    ],
    [
        *_furniture(2),
        *set_lines("någon dag. Resenärer väljer en annan hållplats.", y=780),
        Text(text="2", size=14, y=740),
        Text(text="Skolorna", x=110, y=740, size=14),
        *set_lines("Två skolor rapporterar hot.", y=720),
    ],
)


def test_two_pages_are_read_with_headings_lists_and_tables_and_without_furniture() -> None:
    assert read_pdf(TWO_PAGES) == "\n\n".join(
        [
            "# Lägesbild för Älvdala",
            "## 1 Torget",
            "Narkotika säljs öppet vid resecentrum på eftermiddagarna. Skadegörelsen och otryggheten ökar, och "
            "handlarna ser överlåtelser i dagsljus. Barn- och ungdomsförvaltningen är orolig.",
            "Brottstyp: Stöld i butik; 2024: 58; 2025: 131",
            "### Tider",
            "- eftermiddagar\n- lördagar",
            "Polisen har gjort ingripanden, men försäljningen är tillbaka efter någon dag. Resenärer väljer en annan "
            "hållplats.",
            "## 2 Skolorna",
            "Två skolor rapporterar hot.",
        ]
    )


@pytest.mark.parametrize("stamp", ["", "Dnr KS 2026/0123"])
def test_pages_that_are_pictures_are_a_scan(stamp: str) -> None:
    with pytest.raises(
        DescriptionScanned, match=r"3 of 3 pages are pictures without text; send the document .* \(OCR\)"
    ):
        read_pdf(make_scan(3, stamp))


def test_a_picture_with_text_below_it_is_no_scan() -> None:
    assert read_pdf(make_scan(1, "Det säljs narkotika på torget om kvällarna.")).startswith("Det säljs")


def test_a_pdf_without_a_word_is_refused() -> None:
    with pytest.raises(DescriptionScanned, match="0 of 1 pages"):
        read_pdf(make_pdf([]))


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_pdf_that_was_cut_off_is_damaged(share: float) -> None:
    with pytest.raises(DescriptionDamaged, match="cut off; send it again, whole"):
        read_pdf(TWO_PAGES[: int(share * len(TWO_PAGES))])
