"""BM25 over plain words and over stems: what the 4-grams and all else have to beat."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from kb.index.engines import build_lexical_index
from kb.text.analysis import stem
from kb.text.words import find_words

Rank = Callable[[str], Sequence[str]]
"""Query -> document ids, best first."""


def count_plain_words(text: str) -> Counter[str]:
    """How often each word, in normal form, stands in the text."""
    return Counter(word.form for word in find_words(text))


def count_stems(text: str) -> Counter[str]:
    """How often each stem stands in the text."""
    return Counter(stem(word.form) for word in find_words(text))


ANALYSES: Mapping[str, Callable[[str], Counter[str]]] = {"plain BM25": count_plain_words, "stems": count_stems}


def make_ranking(texts: Mapping[str, str], count: Callable[[str], Counter[str]], depth: int) -> Rank:
    """A ranking of texts, id -> text, by BM25 over what count gives; the depth best."""
    names = list(texts)
    index = build_lexical_index([count(text) for text in texts.values()])

    def rank(query: str) -> list[str]:
        scores = index.score(count(query))
        return [names[i] for i in np.argsort(-scores, kind="stable")[:depth]]

    return rank
