"""The features of a text: stems and character 4-grams."""

import unicodedata

import pytest

from kb.text import analysis
from kb.text.analysis import count_features, stem, word_features
from kb.text.words import MAX_WORD_CHARS


def test_a_word_has_its_marked_stem_and_its_4_grams() -> None:
    assert word_features("skolor") == ("=skol", "skol", "kolo", "olor")


def test_a_word_of_three_letters_has_a_stem_alone() -> None:
    assert word_features("bil") == ("=bil",)


def test_a_stem_is_told_from_the_4_gram_of_the_same_letters() -> None:
    assert word_features("bråk") == ("=bråk", "bråk")


def test_features_are_counted_over_the_words() -> None:
    counts = count_features("Bil, bilar och båt")
    assert counts["=bil"] == 2
    assert counts["bila"] == 1
    assert counts["=båt"] == 1


def test_a_compound_shares_the_4_grams_of_its_part() -> None:
    part, compound = count_features("skadegörelse"), count_features("skadegörelsebrott")
    assert {feature for feature in part if not feature.startswith("=")} <= set(compound)
    assert stem("skadegörelse") not in compound


def test_a_typing_error_leaves_4_grams_in_common() -> None:
    assert {"skad", "rels"} <= set(count_features("skadegörelse")) & set(count_features("skadegjörelse"))


def test_decomposed_letters_give_the_same_features() -> None:
    text = "Skadegörelse på Åsö"
    assert count_features(unicodedata.normalize("NFD", text)) == count_features(text)


@pytest.mark.parametrize("forms", ["bibliotek biblioteket biblioteken bibliotekets", "brott brottet brotten brottens"])
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


def test_a_word_that_no_dictionary_has_keeps_the_stem_of_snowball() -> None:
    assert stem("shoplifter") == "=shoplift"


def test_of_several_words_with_a_form_the_one_with_the_stem_of_snowball_counts() -> None:
    assert stem("läsas") == stem("läsa")


def test_of_what_is_longer_than_a_word_nothing_but_its_beginning_is_told_or_kept() -> None:
    _, misses, _, n_kept = analysis._stem.cache_info()
    assert word_features("ab" * MAX_WORD_CHARS) == ("=" + "ab" * (MAX_WORD_CHARS // 2),)
    assert analysis._stem.cache_info()[1::2] == (misses, n_kept)
