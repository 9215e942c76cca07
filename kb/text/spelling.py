"""Words that are wrong, mended to words of the index: missing dots, typing errors, split compounds.

Right is what the index has, what a dictionary of Swedish has, and the names that are handed in.

Source of the distance: Damerau, Communications of the ACM 7(3), 1964, pp. 171-176 (restricted, OSA).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kb.text.analysis import cut_ending
from kb.text.dictionary import is_swedish, is_word
from kb.text.words import MAX_WORD_CHARS, normalize

MIN_LETTERS = 4
LETTERS_FOR_ONE = 5
LETTERS_FOR_TWO = 8
"""A word of so many letters may have one error, or two."""
DOTS_LIKELIER = 100
"""Times as often as a right word without dots the index must have one with dots, for that to be meant: with våld 347
times and vald never, "vald" is våld; with mål 28 times, "mal" stays.
"""
_DOTS = str.maketrans("åäöéü", "aaoeu")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speller:
    """What the words of an index mend a query to; made by `make_speller`.

    counts : word in normal form -> how often the index has it; stems : what Snowball leaves of these words
    names : words in normal form that are right, though no index has them
    plain : word without dots -> the most frequent word that it may stand for; by_length : number of letters -> those
    plain_stems : what Snowball leaves of a word without dots -> that word
    """

    counts: Mapping[str, int]
    stems: frozenset[str]
    names: frozenset[str]
    plain: Mapping[str, str]
    by_length: Mapping[int, Sequence[str]]
    plain_stems: Mapping[str, str]

    def mend(self, words: Sequence[str]) -> list[str]:
        """The words of a query, in normal form and in order, each as the index would spell it.

        Two neighbours that the index writes as one word become that word.
        """
        mended: list[str] = []
        position = 0
        words = self._restore_dots(words)
        while position < len(words):
            joined = self._join(words[position], words[position + 1]) if position + 1 < len(words) else None
            mended.append(joined or self._mend_word(words[position]))
            position += 2 if joined else 1
        return mended

    def _restore_dots(self, words: Sequence[str]) -> Sequence[str]:
        """When no word has dots they may all have been left out, and were where one is hardly ever meant without them:
        then each is read as the likeliest, "vald i nara relation" as "våld i nära relation".
        """
        if any(word != word.translate(_DOTS) for word in words):
            return words
        dotted = [self.plain.get(word, word) for word in words]
        return dotted if any(map(self._is_likelier, dotted, words)) else words

    def _is_likelier(self, dotted: str, word: str) -> bool:
        if dotted == word or word in self.names:
            return False
        likelier = DOTS_LIKELIER if word in self.counts or is_word(word) else 1
        return self.counts.get(dotted, 0) >= likelier * max(self.counts.get(word, 0), 1)

    def _join(self, first: str, second: str) -> str | None:
        """The compound of two words, when the index has it and lacks one of them: "under året" stays two words."""
        if min(len(first), len(second)) < MIN_LETTERS - 1 or (first in self.counts and second in self.counts):
            return None
        compounds = (self.plain.get(part.translate(_DOTS)) for part in (first + second, f"{first}s{second}"))
        return next((compound for compound in compounds if compound), None)

    def _mend_word(self, word: str) -> str:
        if not MIN_LETTERS <= len(word) <= MAX_WORD_CHARS or not word.isalpha():
            return word
        if doubled := self._find_doubled(word):
            return doubled
        if self._is_right(word):
            return word
        if known := self.plain.get(word) or self.plain_stems.get(cut_ending(word)):
            return known
        return (_nearest(word, self) if len(word) >= LETTERS_FOR_ONE else None) or word

    def _find_doubled(self, word: str) -> str | None:
        """The word of the index with one letter less of two alike, when the dictionary has at most a compound: "näthat"
        for "näthatt".
        """
        if word in self.counts or word in self.names or is_word(word):
            return None
        shorter = (word[:i] + word[i + 1 :] for i in range(1, len(word)) if word[i] == word[i - 1])
        return next((self.plain[plain] for plain in (s.translate(_DOTS) for s in shorter) if plain in self.plain), None)

    def has(self, word: str) -> bool:
        """Whether the index has the word, in normal form, in any inflection."""
        return word in self.counts or cut_ending(word) in self.stems

    def _is_right(self, word: str) -> bool:
        return self.has(word) or word in self.names or is_swedish(word)


def make_speller(counts: Mapping[str, int], names: Iterable[str] = ()) -> Speller:
    """A speller over the words of an index, which leaves names, in normal form, alone."""
    by_count = sorted(counts, key=lambda word: counts[word])
    plain = {word.translate(_DOTS): word for word in by_count}
    by_length: dict[int, list[str]] = {}
    for word in plain:
        by_length.setdefault(len(word), []).append(word)
    plain_stems = {cut_ending(word.translate(_DOTS)): word for word in by_count}
    return Speller(
        counts=counts,
        stems=frozenset(cut_ending(word) for word in counts),
        names=frozenset(names),
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
