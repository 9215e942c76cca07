"""The bytes of a text file as text."""

import pytest

from kb.errors import EncodingUnknown
from kb.reading.encodings import decode, is_binary

TEXT = "Unga krossar rutor på skolan varje helg.\r\nDet är dyrt för kommunen, säger Åsa på Östra."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp850", "mac-roman"]
)
def test_a_text_is_read_in_the_encodings_that_swedish_computers_save(encoding: str) -> None:
    raw = TEXT.encode(encoding)
    assert not is_binary(raw)
    assert decode(raw) == TEXT


def test_quotation_marks_of_windows_are_no_letters_of_dos() -> None:
    assert decode("Det kallas ”plattan” – och är otryggt på kvällen.".encode("cp1252")).startswith(
        "Det kallas ”plattan” –"
    )


def test_one_swedish_letter_is_enough() -> None:
    assert [decode("Bråk".encode(encoding)) for encoding in ("cp1252", "cp850")] == ["Bråk", "Bråk"]


def test_other_alphabets_are_refused_with_a_way_out() -> None:
    with pytest.raises(EncodingUnknown, match=r"not known \(byte 0 is 0xcf\); save it as UTF-8 and send it again"):
        decode("Привет, мир".encode("cp1251"))


def test_half_a_letter_of_utf_16_is_refused() -> None:
    with pytest.raises(EncodingUnknown):
        decode("Bråk".encode("utf-16")[:-1])


def test_control_characters_make_a_file_binary() -> None:
    assert [is_binary(raw) for raw in (b"\0\0\0\x18ftyp", b"\x7fELF\x02\x01", b"rad\r\n\trad", b"")] == [
        True,
        True,
        False,
        False,
    ]
