"""Which documents hold what the signs of a query ask for, and which may be found at all."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.index.passage_index import Index
from kb.index.passages import Passage
from kb.search.query import Query
from kb.text.analysis import stem
from kb.text.legal_query import read_legal_query
from kb.text.phrase import compile_phrase, list_words
from kb.text.statutes import Statute

Mask = NDArray[np.bool_]
"""(n_documents,) in the order of the index."""


@dataclass(frozen=True, slots=True)
class Holders:
    """What a query leaves of an index.

    allowed : True where a document may be found; None: all may
    is_named : whether all that may be found holds what the query names to the letter, so that it is an answer
    missing : the phrases that no document holds; all of them when each has documents, but none has all
    """

    allowed: Mask | None = None
    is_named: bool = False
    missing: tuple[str, ...] = ()

    def keep(self, passing: Mask | None) -> Mask | None:
        """Of what passes filters, what may be found."""
        return passing if self.allowed is None else self.allowed if passing is None else self.allowed & passing


def find_holders(index: Index, query: Query) -> Holders:
    """The documents that hold every phrase of the query and nothing of what it leaves out.

    A query of statutes and sections alone is for the documents that name them all, or else any of them.
    """
    signs = query.signs
    phrases = [hold_phrase(index, phrase) for phrase in signs.phrases]
    named = np.logical_and.reduce(phrases) if phrases else _hold_legal(index, query.text)
    missing = [phrase for phrase, mask in zip(signs.phrases, phrases, strict=True) if not mask.any()]
    allowed = named
    if signs.left_out:
        left_out = np.logical_or.reduce([_hold_word(index, word) for word in signs.left_out])
        allowed = ~left_out if named is None else named & ~left_out
    return Holders(
        allowed,
        is_named=named is not None and bool(named.any()),
        missing=tuple(missing) if missing or named is None or named.any() else signs.phrases,
    )


def hold_phrase(index: Index, phrase: str, is_case_exact: bool = False) -> Mask:
    """The documents in a passage of which the phrase stands: title and summary, section, or a way to ask for it."""
    pattern = compile_phrase(phrase, is_case_exact)
    likely = np.ones(len(index.passages), np.bool_)
    for word in set(list_words(phrase)):
        likely &= index.passage_lexical.score({stem(word): 1.0}) > 0
    found = [position for position in np.flatnonzero(likely) if pattern.search(_text(index.passages[position]))]
    mask = np.zeros(len(index.slugs), np.bool_)
    mask[index.owners[found]] = True
    return mask


def _text(passage: Passage) -> str:
    return passage.indexed_text if passage.field == "title" else f"{passage.heading}\n{passage.text}"


def _hold_word(index: Index, word: str) -> Mask:
    """A single word in any inflection, a phrase as it is written."""
    if len(list_words(word)) > 1:
        return hold_phrase(index, word)
    return np.asarray(index.document_lexical.score({stem(word): 1.0}) > 0)


def _hold_legal(index: Index, text: str) -> Mask | None:
    """The documents that name all statutes and sections of a query, any of them where none names all; None where there
    are none, or it asks for something else too.
    """
    legal = read_legal_query(text)
    if legal is None:
        return None
    masks = [_hold_statute(index, statute) for statute in legal.statutes]
    masks += [np.asarray(index.document_lexical.score({feature: 1.0}) > 0) for feature in legal.features]
    return next((mask for mask in (np.logical_and.reduce(masks), np.logical_or.reduce(masks)) if mask.any()), None)


def _hold_statute(index: Index, statute: Statute) -> Mask:
    shorts = [hold_phrase(index, short, is_case_exact=True) for short in statute.short]
    names = [hold_phrase(index, form) for name in statute.names for form in (name, f"{name}s")]
    return np.asarray(np.logical_or.reduce([*shorts, *names, *(hold_phrase(index, n) for n in statute.numbers)]))
