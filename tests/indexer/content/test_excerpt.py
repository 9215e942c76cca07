"""What a fault quotes of a text."""

from indexer.content.excerpt import quote_excerpt


def test_a_match_is_shown_with_thirty_characters_on_either_side() -> None:
    text = "a" * 50 + "BRÅ" + "b" * 50
    assert quote_excerpt(text, 50, 53) == '"' + "a" * 30 + "BRÅ" + "b" * 30 + '"'


def test_an_excerpt_fits_in_one_field_of_one_line() -> None:
    assert quote_excerpt("ett;\n  två") == '"ett, två"'
