"""Lines are folded and escaped as RFC 5545 wants them."""

from kb.icalendar.lines import MAX_LINE_BYTES, escape, quote, write_lines


def test_a_long_line_is_folded_and_no_letter_is_cut() -> None:
    line = "SUMMARY:" + "å" * 100
    raw = write_lines([line])
    assert all(len(piece) <= MAX_LINE_BYTES for piece in raw.split(b"\r\n"))
    assert raw.replace(b"\r\n ", b"").decode() == line + "\r\n"


def test_no_text_ends_its_line() -> None:
    assert escape("a\r\nb\nc\rd") == "a\\nb\\nc\\nd"
    assert quote('a"b\nc') == '"a\'b c"'
