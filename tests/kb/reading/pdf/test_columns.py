"""Pages set in columns."""

from kb.reading.pdf.columns import MIN_LINES, find_space, split_columns
from kb.reading.pdf.pdf_lines import Line
from tests.kb.reading.make_lines import make_line, make_lines, make_pages

TEXT = "Narkotika säljs öppet på torget nu"
LEFT = make_lines(*[TEXT] * 8)
RIGHT = make_lines(*[TEXT.upper()] * 8, x=300)
MIXED = [line for pair in zip(LEFT, RIGHT, strict=True) for line in pair]


def _texts(lines: list[Line]) -> list[list[str]]:
    return [[line.text for line in page.lines] for page in split_columns(make_pages(lines))]


def test_columns_are_read_one_after_the_other_however_the_file_has_them() -> None:
    expected = [[TEXT] * 8, [TEXT.upper()] * 8]
    assert _texts(MIXED) == _texts(LEFT + RIGHT) == expected


def test_what_spans_the_columns_keeps_its_place() -> None:
    title = make_line("En rubrik som står över båda spalterna på hela sidan och lite till", 730)
    assert _texts([*MIXED, title])[0] == [title.text]


def test_one_column_is_one_page() -> None:
    assert _texts(LEFT) == [[TEXT] * 8]
    assert find_space(LEFT) is None


def test_a_few_lines_are_no_columns() -> None:
    few = 2 * (MIN_LINES - 1)
    assert len(_texts(MIXED[:few])) == 1


def test_rows_of_a_table_are_no_columns() -> None:
    rows = [line for n in range(6) for x in (70, 300) for line in make_lines(TEXT, TEXT, top=700 - 50 * n, x=x)]
    assert len(_texts(rows)) == 1


def test_short_cells_are_no_columns() -> None:
    cells = [
        line for n in range(8) for line in (make_line("Klotter", 700 - 14 * n), make_line("14", 700 - 14 * n, 300))
    ]
    assert len(_texts(cells)) == 1


def test_a_page_without_lines_stays() -> None:
    assert _texts([]) == [[]]
