"""What is right Swedish, and which word a form is a form of."""

import pytest

from kb.text.dictionary import find_lemmas, is_swedish


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("bibliotek", "bibliotek"),
        ("biblioteket", "bibliotek"),
        ("bibliotekens", "bibliotek"),
        ("gator", "gata"),
        ("banan", "banan"),  # a word of its own, though bana has the form
        ("skolbiblioteket", "skolbibliotek"),
        ("trygghetsvandringar", "trygghetsvandring"),
        ("busstoppet", "busstopp"),  # of three equal letters two are written
        ("göteborgs", "göteborgs"),
    ],
)
def test_a_form_is_led_to_the_word_of_the_dictionary(form: str, lemma: str) -> None:
    assert find_lemmas(form)[0] == lemma


@pytest.mark.parametrize("form", ["våldtäkt", "våldtäktsanmälan", "skolgårdsbråk", "göteborg", "incel"])
def test_words_compounds_and_names_are_right(form: str) -> None:
    assert is_swedish(form)


@pytest.mark.parametrize("form", ["skadegorelse", "klottre", "kloter", "valdtakt", "ungdomms", "fritidsgård5", ""])
def test_what_is_misspelt_is_not(form: str) -> None:
    assert not is_swedish(form)


def test_what_is_longer_than_any_word_is_not_looked_up() -> None:
    assert not is_swedish("skol" * 20)
    assert is_swedish("skolgårdsbråk")
