"""A query, analysed once: its features with weights and its vector."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from math import log

import numpy as np

from kb.embedding.embedder import Embedder, Vectors
from kb.errors import QueryRejected, QuerySaysNothing
from kb.search.options import DEFAULT_OPTIONS
from kb.text.analysis import STEM_PREFIX, count_features
from kb.text.highlight import Highlighter, make_highlighter
from kb.text.other_forms import Reading, read_otherwise
from kb.text.signs import NO_SIGNS, Signs
from kb.text.spelling import Speller, fold_dots
from kb.text.stop_words import STOP_WORDS
from kb.text.words import find_words, normalize

MAX_QUERY_CHARS = 20_000
MAX_MENDED_WORDS = 12
"""A longer text is a description: an odd word in it matters little and is likelier a name."""
_ENGLISH = frozenset(["the", "and", "of", "is", "are", "my", "how", "with", "who", "what", "when", "where", "to"])
_WORD = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """text as given; words in normal form, in order; features -> weight above 0; vector of L2 norm 1.

    suggestion : the text as the index would spell it, None when it would spell it so
    make_highlighter : finds the query's telling words in texts; most queries of a long description show none
    signs : what must stand in a document, and what must not
    """

    text: str
    words: tuple[str, ...]
    features: Mapping[str, float]
    vector: Vectors
    suggestion: str | None
    make_highlighter: Callable[[], Highlighter]
    signs: Signs = NO_SIGNS


def analyse_query(
    text: str,
    embedder: Embedder,
    speller: Speller | None = None,
    is_telling: Callable[[str], bool] = bool,
    gram_weight: float = DEFAULT_OPTIONS.gram_weight,
) -> Query:
    """The query ready to be searched for.

    speller : mends its words; without one they stay as typed
    is_telling : whether a word in normal form says something and so is highlighted; every word when left out
    gram_weight : of a 4-gram beside a stem's 1

    Raises
    ------
    QueryRejected : no word in it, or more than MAX_QUERY_CHARS characters
    """
    if len(text) > MAX_QUERY_CHARS:
        raise QueryRejected(f"the query has {len(text)} characters; at most {MAX_QUERY_CHARS} are read, shorten it")
    words = tuple(word.form for word in find_words(text))
    if not words:
        raise QueryRejected("the query has no word in it; describe the problem in a few words")
    reading = _read(text, speller)
    mended = _mend(text, speller, reading.kept)
    read_mended = _read(mended, speller).text if mended else None
    features = weigh_features(reading.text, gram_weight)
    for feature, weight in weigh_features(read_mended, gram_weight).items() if read_mended else ():
        features[feature] = max(weight, features.get(feature, 0.0))
    read = reading.text if read_mended is None else f"{reading.text} {read_mended}"
    every = (*words, *(word.form for word in find_words(read))) if read != text else words
    return Query(
        text=text,
        words=words,
        features=features,
        vector=_embed(embedder, _spellings(reading.text, read_mended)),
        suggestion=mended,
        make_highlighter=cache(lambda: make_highlighter(filter(is_telling, every))),
    )


def refuse_stop_words(text: str, is_named: Callable[[str], bool] = lambda _: False) -> None:
    """Nothing, when a text says something or has no word at all.

    is_named : whether a document goes by the text, which then says something; asked of small words alone

    Raises
    ------
    QuerySaysNothing : all of its words say nothing by themselves
    """
    words = [word.form for word in find_words(text)]
    if words and STOP_WORDS.issuperset(words) and not is_named(text):
        raise QuerySaysNothing(
            "the query has only words that say nothing by themselves, such as 'hur' and 'och'; write what it is about"
        )


def _spellings(text: str, mended: str | None) -> set[str]:
    """The texts that the query may stand for: missing dots and spaces leave no doubt, other mends do."""
    if mended is None:
        return {text}
    typed = fold_dots("".join(word.form for word in find_words(text)))
    return {mended} if fold_dots(mended).replace(" ", "") == typed else {text, mended}


def _embed(embedder: Embedder, spellings: set[str]) -> Vectors:
    """The mean direction of the spellings: what was typed counts as much as what it may stand for."""
    total = embedder.embed_queries(sorted(spellings)).sum(axis=0)
    return np.asarray(total / max(float(np.linalg.norm(total)), 1e-12), np.float32)


def _read(text: str, speller: Speller | None) -> Reading:
    return read_otherwise(text, speller.has) if speller else Reading(text)


def _mend(text: str, speller: Speller | None, kept: frozenset[str]) -> str | None:
    """kept : words that are right though the index may lack them."""
    if speller is None:
        return None
    words = [match[0] for match in _WORD.finditer(normalize(text))]
    if len(words) > MAX_MENDED_WORDS or not _ENGLISH.isdisjoint(words):
        return None
    runs = [(is_kept, list(run)) for is_kept, run in groupby(words, kept.__contains__)]
    mended = [word for is_kept, run in runs for word in (run if is_kept else speller.mend(run))]
    return " ".join(mended) if mended != words else None


def weigh_features(text: str, gram_weight: float = DEFAULT_OPTIONS.gram_weight) -> dict[str, float]:
    """feature -> weight: a stem counts 1, a 4-gram gram_weight, a repetition by its logarithm."""
    counts = count_features(text)
    return {f: (1.0 if f[0] == STEM_PREFIX else gram_weight) * (1 + log(n)) for f, n in counts.items()}
