"""What a printed document has on every page and nobody reads."""

from kb.reading.pdf.furniture import drop_furniture
from kb.reading.pdf.pdf_lines import Line, Page

HEIGHT = 842


def _line(text: str, baseline: float) -> Line:
    return Line(text=text, size=11, is_bold=False, left=70, right=70 + 5 * len(text), baseline=baseline)


def _page(*lines: tuple[str, float], height: float = HEIGHT) -> Page:
    return Page(height, tuple(_line(*line) for line in lines), False)


def _texts(*pages: Page) -> list[list[str]]:
    return [[line.text for line in page.lines] for page in drop_furniture(pages)]


def test_a_line_in_the_same_place_on_several_pages_is_a_header() -> None:
    pages = [_page(("Älvdala kommun", 800), (f"Stycke {word}.", 700)) for word in ("ett", "två", "tre")]
    assert _texts(*pages) == [["Stycke ett."], ["Stycke två."], ["Stycke tre."]]


def test_a_header_may_have_a_number_that_changes() -> None:
    pages = [_page((f"Stycke {'abc'[n]}.", 700), (f"KS 2024/0123 sida {n}", 40)) for n in (1, 2)]
    assert _texts(*pages) == [["Stycke b."], ["Stycke c."]]


def test_the_header_keeps_its_place_from_the_top_on_a_page_of_another_size() -> None:
    pages = [_page(("Älvdala", 800), ("A", 500)), _page(("Älvdala", 553), ("B", 300), height=595)]
    assert _texts(*pages) == [["A"], ["B"]]


def test_the_same_words_in_another_place_are_text() -> None:
    pages = [_page(("Kommentar", 700), ("A", 300)), _page(("Kommentar", 650), ("B", 300))]
    assert _texts(*pages) == [["Kommentar", "A"], ["Kommentar", "B"]]


def test_the_same_words_in_the_midst_of_pages_are_text() -> None:
    edges = [
        (f"{word} rad {side}", y)
        for side, ys in (("upp", range(790, 710, -14)), ("ner", range(100, 20, -14)))
        for word, y in zip("abcdef", ys, strict=True)
    ]
    pages = [_page(*((f"{text} {letter}", y) for text, y in edges), ("Kommentar", 400)) for letter in "xy"]
    assert [texts[-1] for texts in _texts(*pages)] == ["Kommentar", "Kommentar"]


def test_rows_of_figures_in_the_same_place_are_text() -> None:
    assert _texts(_page(("12 34", 700), ("A", 300)), _page(("56 78", 700), ("B", 300))) == [
        ["12 34", "A"],
        ["56 78", "B"],
    ]


def test_left_and_right_pages_may_have_their_own_headers() -> None:
    pages = [_page(("Lägesbild" if n % 2 else "Älvdala", 800), (f"Stycke {'abcd'[n]}.", 700)) for n in range(4)]
    assert _texts(*pages) == [["Stycke a."], ["Stycke b."], ["Stycke c."], ["Stycke d."]]


def test_page_numbers_are_left_out_where_they_stand_alone_at_an_edge() -> None:
    numbers = ("3", "- 3 -", "Sida 3", "Sida 3 av 10", "3 (10)", "3/10", "s. 3")
    assert [_texts(_page(("Text.", 700), (number, 40))) for number in numbers] == [[["Text."]]] * len(numbers)


def test_numbers_within_a_page_and_days_are_text() -> None:
    page = _page(("Text.", 700), ("2023", 500), ("Mer text.", 300), ("2024-05-12", 40))
    assert _texts(page) == [["Text.", "2023", "Mer text.", "2024-05-12"]]


def test_the_lines_of_a_table_of_contents_are_left_out() -> None:
    page = _page(("1 Torget ............ 3", 700), ("2 Skolan . . . . . . 4", 680), ("Vänta ....", 660), ("A", 300))
    assert _texts(page) == [["Vänta ....", "A"]]


def test_no_pages_are_no_pages() -> None:
    assert drop_furniture([]) == []
