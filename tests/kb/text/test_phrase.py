"""A phrase found in texts."""

import pytest

from kb.text.phrase import compile_phrase, list_words


@pytest.mark.parametrize("text", ["En mörk gång.", "MÖRK GÅNG", "mörk\n  gång", "**mörk** gång", "mörk-gång"])
def test_case_blanks_and_marks_between_words_do_not_matter(text: str) -> None:
    assert compile_phrase("mörk gång").search(text)


@pytest.mark.parametrize("text", ["mörka gång", "gång mörk", "mörk lång gång", "mörk gångtunnel", "halvmörk gång"])
def test_order_inflection_and_whole_words_do(text: str) -> None:
    assert not compile_phrase("mörk gång").search(text)


@pytest.mark.parametrize("text", ["10 kap. 2 §", "10 kap 2§", "10 Kap. 2 § OSL"])
def test_a_section_is_found_however_it_is_spaced(text: str) -> None:
    assert compile_phrase("10 kap. 2 §").search(text)
    assert not compile_phrase("10 kap. 2 §").search("10 kap. 2 a §")


def test_case_matters_where_it_is_told_to() -> None:
    assert compile_phrase("SoL", is_case_exact=True).search("enligt SoL")
    assert not compile_phrase("SoL", is_case_exact=True).search("i sol")


def test_the_words_of_a_phrase_are_those_a_text_must_have() -> None:
    assert list_words("E-handel, 2 §") == ("e", "handel", "2")
