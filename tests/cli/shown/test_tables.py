"""One table, as text and as Markdown."""

from cli.shown.tables import Table, table_as_markdown, table_as_text
from cli.shown.text import WIDTH

TABLE = Table("Lag", "Antal mål.", ("lag", "mål", "anm"), (("Elfsborg", "2", "a|b"), ("Ö", "10", "")))


def test_columns_of_text_are_aligned_and_an_empty_last_cell_leaves_no_blanks() -> None:
    assert table_as_text(TABLE).split("\n") == [
        "Lag",
        "Antal mål.",
        "",
        "lag       mål  anm",
        "Elfsborg  2    a|b",
        "Ö         10",
    ]


def test_a_long_last_column_goes_on_under_itself() -> None:
    long = Table("Lag", "", ("lag", "ord"), (("Ö", "ord " * 40),))
    first, second, *_ = table_as_text(long).split("\n")[4:]
    assert first.startswith("Ö    ord") and second.startswith("     ord")
    assert max(map(len, (first, second))) <= WIDTH


def test_markdown_has_a_heading_and_escapes_what_would_end_a_cell() -> None:
    assert table_as_markdown(TABLE).split("\n") == [
        "## Lag",
        "",
        "Antal mål.",
        "",
        "| lag | mål | anm |",
        "| --- | --- | --- |",
        "| Elfsborg | 2 | a\\|b |",
        "| Ö | 10 |  |",
    ]
