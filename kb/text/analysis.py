"""Features of a text: per word its Snowball stem and its character 4-grams, and the sections of statutes that it names.

The 4-grams make compounds match ("skadegörelsebrott" finds "skadegörelse") and survive typing errors; the stems make
whole words count for more than their parts.
Source: McNamee and Mayfield, Information Retrieval 7, 2004, pp. 73-97 (character n-grams for European languages).
"""

from collections import Counter
from functools import lru_cache

import Stemmer

from kb.text.references import find_references
from kb.text.words import find_words

GRAM = 4
STEM_PREFIX = "="
"""Marks a stem among the features, so that the stem "bråk" and the 4-gram "bråk" are told apart."""

_stemmer = Stemmer.Stemmer("swedish")


def count_features(text: str) -> Counter[str]:
    """How often each feature occurs in the text.

    >>> sorted(count_features("Skolor"))
    ['=skol', 'kolo', 'olor', 'skol']
    """
    counts: Counter[str] = Counter()
    for word in find_words(text):
        counts.update(word_features(word.form))
    for reference in find_references(text):
        counts.update(reference.features)
    return counts


@lru_cache(maxsize=200_000)
def word_features(form: str) -> tuple[str, ...]:
    """The features of one word in normal form: its stem, then its 4-grams if it has more than three letters."""
    return (stem(form), *(form[i : i + GRAM] for i in range(len(form) - GRAM + 1)))


def stem(form: str) -> str:
    """The marked stem of a word in normal form."""
    return STEM_PREFIX + str(_stemmer.stemWord(form))
