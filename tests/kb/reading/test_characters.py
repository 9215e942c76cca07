"""Characters as a person reads them."""

import pytest

from kb.reading.characters import clean_characters


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("o\u0308ppna drogscener pa\u030a torget", "öppna drogscener på torget"),
        ("11\u00a0700 inva\u030anare, 10\u202f800", "11 700 invånare, 10 800"),
        ("skade\xadgörelse", "skadegörelse"),
        ("skade\xad\ngörelse", "skade-\ngörelse"),
        ("skade\xad \r\ngörelse", "skade-\ngörelse"),
        ("skade\u2010\ngörelse, a\u2011traktor", "skade-\ngörelse, a-traktor"),
        ("\ufb01eldar och tra\ufb00ik", "fieldar och traffik"),
        ("\uf0b7 klotter", "• klotter"),
        ("\uf0fe klotter \uf0a8 rån", "☒ klotter □ rån"),
        ("rad\x0brad\u2028rad", "rad\nrad\nrad"),
        ("ett\u200b\ufeff\u202e ord\x07\ufffd\ue123", "ett ord"),
        ("rad\r\nrad\rrad", "rad\nrad\nrad"),
        ("sida\x0csida\tkolumn", "sida sida\tkolumn"),
        ("\ud800torget", "torget"),
    ],
)
def test_what_typesetting_added_is_taken_away(text: str, cleaned: str) -> None:
    assert clean_characters(text) == cleaned


def test_a_superscript_is_not_a_ligature() -> None:
    assert clean_characters("40 m²") == "40 m²"
