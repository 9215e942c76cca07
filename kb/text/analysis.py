"""Features of a text: per word its stem and its character 4-grams, and the sections of statutes that it names.

The stem is Snowball's, of the dictionary's word where it is a form of one: Snowball alone keeps "biblioteket" and
"bibliotek" apart.

The 4-grams make compounds match ("skadegörelsebrott" finds "skadegörelse") and survive typing errors; the stems make
whole words count for more than their parts.
Source: McNamee and Mayfield, Information Retrieval 7, 2004, pp. 73-97 (character n-grams for European languages).
"""

from collections import Counter
from functools import lru_cache

import Stemmer

from kb.text.dictionary import find_lemmas
from kb.text.references import find_references
from kb.text.words import MAX_WORD_CHARS, find_words

GRAM = 4
N_REMEMBERED = 30_000
"""Words whose stem and features are kept: those of the content, about 15,000, and of the descriptions of the day."""
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


def word_features(form: str) -> tuple[str, ...]:
    """The features of one word in normal form: its stem, then its 4-grams if it has more than three letters.

    What is longer than a word has its marked beginning alone.
    """
    return _word_features(form) if len(form) <= MAX_WORD_CHARS else (stem(form),)


@lru_cache(maxsize=N_REMEMBERED)
def _word_features(form: str) -> tuple[str, ...]:
    return (stem(form), *(form[i : i + GRAM] for i in range(len(form) - GRAM + 1)))


def stem(form: str) -> str:
    """The marked stem of a word in normal form, the same for all forms of a word of the dictionary.

    >>> stem("biblioteken"), stem("bibliotek")
    ('=bibliotek', '=bibliotek')
    """
    return _stem(form) if len(form) <= MAX_WORD_CHARS else STEM_PREFIX + form[:MAX_WORD_CHARS]


@lru_cache(maxsize=N_REMEMBERED)
def _stem(form: str) -> str:
    own = cut_ending(form)
    stems = [cut_ending(lemma) for lemma in find_lemmas(form)]
    return STEM_PREFIX + (own if own in stems or not stems else stems[0])


def cut_ending(form: str) -> str:
    """Snowball's stem of a word in normal form, without a dictionary: of twenty thousand words in an instant."""
    return str(_stemmer.stemWord(form)) if len(form) <= MAX_WORD_CHARS else form[:MAX_WORD_CHARS]
