"""Tables in text."""

from kb.reading.pasted.pasted_tables import write_tables


def test_a_table_has_blank_lines_around_it() -> None:
    assert list(write_tables(["Läget:", "Problem\tPlats", "Klotter\tTunneln", "Slut."])) == [
        "Läget:",
        "",
        "Problem: Klotter; Plats: Tunneln",
        "",
        "Slut.",
    ]


def test_an_indented_line_is_no_table() -> None:
    assert list(write_tables(["\tKlotter", "\tRån"])) == ["\tKlotter", "\tRån"]


def test_a_quote_that_never_ends_swallows_nothing() -> None:
    lines = ['"Vi ser', *["Klotter\tTunneln"] * 2]
    assert next(iter(write_tables(lines))) == '"Vi ser'
    assert len(list(write_tables(lines))) > 2


def test_quotation_marks_of_speech_stay() -> None:
    lines = ['"Vi ser klotter', 'och rån", säger chefen.']
    assert list(write_tables(lines)) == lines
