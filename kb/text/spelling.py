"""Words that the index does not know, mended to words that it knows: missing dots, typing errors, split compounds.

Source of the distance: Damerau, Communications of the ACM 7(3), 1964, pp. 171-176 (restricted, OSA).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kb.text.analysis import stem
from kb.text.words import normalize

MIN_LETTERS = 4
LETTERS_FOR_ONE = 5
LETTERS_FOR_TWO = 8
"""A word of so many letters may have one error, or two."""
_DOTS = str.maketrans("åäöéü", "aaoeu")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speller:
    """What the words of an index mend a query to; made by `make_speller`.

    counts : word in normal form -> how often the index has it; stems : the stems of these words
    plain : word without dots -> the most frequent word that it may stand for; by_length : number of letters -> those
    plain_stems : stem of a word without dots -> that word
    """

    counts: Mapping[str, int]
    stems: frozenset[str]
    plain: Mapping[str, str]
    by_length: Mapping[int, Sequence[str]]
    plain_stems: Mapping[str, str]

    def mend(self, words: Sequence[str]) -> list[str]:
        """The words of a query, in normal form and in order, each as the index would spell it.

        Two neighbours that the index writes as one word become that word. When no word has dots they may all have been
        left out, and each is read as the likeliest: "vald" is then "våld".
        """
        mended: list[str] = []
        position = 0
        has_dots = any(word != word.translate(_DOTS) for word in words)
        words = words if has_dots else [self.plain.get(word, word) for word in words]
        while position < len(words):
            joined = self._join(words[position], words[position + 1]) if position + 1 < len(words) else None
            mended.append(joined or self._mend_word(words[position]))
            position += 2 if joined else 1
        return mended

    def _join(self, first: str, second: str) -> str | None:
        """The compound of two words, when the index has it and lacks one of them: "under året" stays two words."""
        if min(len(first), len(second)) < MIN_LETTERS - 1 or (first in self.counts and second in self.counts):
            return None
        compounds = (self.plain.get(part.translate(_DOTS)) for part in (first + second, f"{first}s{second}"))
        return next((compound for compound in compounds if compound), None)

    def _mend_word(self, word: str) -> str:
        if len(word) < MIN_LETTERS or not word.isalpha() or self.knows(word):
            return word
        if known := self.plain.get(word) or self.plain_stems.get(stem(word)):
            return known
        return (_nearest(word, self) if len(word) >= LETTERS_FOR_ONE else None) or word

    def knows(self, word: str) -> bool:
        """Whether the index has the word in normal form, in any inflection."""
        return word in self.counts or stem(word) in self.stems


def make_speller(counts: Mapping[str, int]) -> Speller:
    """A speller over the words of an index."""
    by_count = sorted(counts, key=lambda word: counts[word])
    plain = {word.translate(_DOTS): word for word in by_count}
    by_length: dict[int, list[str]] = {}
    for word in plain:
        by_length.setdefault(len(word), []).append(word)
    plain_stems = {stem(word.translate(_DOTS)): word for word in by_count}
    return Speller(
        counts=counts,
        stems=frozenset(stem(word) for word in counts),
        plain=plain,
        by_length=by_length,
        plain_stems=plain_stems,
    )


def fold_dots(text: str) -> str:
    """The text in normal form without the dots of å, ä and ö.

    >>> fold_dots("Våld i nära relation")
    'vald i nara relation'
    """
    return normalize(text).translate(_DOTS)


def _nearest(word: str, speller: Speller) -> str | None:
    """The most likely known word within the allowed errors; dots left out are no error."""
    allowed = 2 if len(word) >= LETTERS_FOR_TWO else 1
    plain = word.translate(_DOTS)
    lengths = range(len(plain) - allowed, len(plain) + allowed + 1)
    candidates = [known for length in lengths for known in speller.by_length.get(length, ())]
    found = process.extract(plain, candidates, scorer=OSA.distance, score_cutoff=allowed)
    best = min(found, key=lambda hit: (hit[1], -speller.counts[speller.plain[hit[0]]]), default=None)
    return speller.plain[best[0]] if best else None
