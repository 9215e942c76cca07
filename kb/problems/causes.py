"""The sentences that tell a cause of the problem: of this one, not of anything that stands beside it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from kb.problems.detail_patterns import Marked, Span
from kb.problems.statute import is_cause
from kb.problems.units import Unit
from kb.text.analysis import cut_ending
from kb.text.sentences import find_sentences
from kb.text.stop_words import STOP_WORDS
from kb.text.tokens import Token

_MIN_PART = 5
"""Letters of a stem's beginning or end that is a word of its own: "stöld" of "båtmotorstöld"."""
_CELL_BREAKS = ("   ", " | ")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Characters first <= i < last of the paragraph, and the tokens among them."""

    marked: Marked
    first: int
    last: int
    tokens: range

    @property
    def text(self) -> str:
        return self.marked.paragraph.text[self.first : self.last]

    def has(self, label: str) -> bool:
        return any(label in self.marked.marks[i] for i in self.tokens)


def find_causes(paragraphs: Sequence[Marked], about: Iterable[str] = ()) -> list[tuple[Unit, Span]]:
    """The sentences that tell a cause, with their place as characters; one that ends in a colon with the next.

    A sentence that leads to a cause ("beror på") does. One that joins two things ("på grund av") does where the first
    of these is about the problem: it shares a word with another sentence of it, or with the texts that it is about.
    """
    sentences = [sentence for marked in paragraphs for sentence in _read_sentences(marked)]
    told = _Told(sentences, (*about, *dict.fromkeys(marked.paragraph.heading for marked in paragraphs)))
    return [(s.marked.paragraph, (s.first, s.last)) for s in sentences if _tells_cause(s, told)]


class _Told:
    """In how many sentences each stem, and each part of one, stands; what the problem is about counts as one more."""

    def __init__(self, sentences: Sequence[_Sentence], about: Iterable[str]) -> None:
        self._is_alone = len(sentences) < 2
        self._sentences = sentences
        self._about = about
        self._stems: Counter[str] = Counter()
        self._parts: Counter[str] = Counter()

    def shares(self, stems: Set[str], own: Set[str]) -> bool:
        """Whether one of the stems, of a sentence with its own, stands elsewhere too, whole or in a compound."""
        if self._is_alone:
            return True
        if not self._stems:
            self._count()
        own_parts = {part for stem in own for part in _parts(stem)}
        return any(
            self._parts[stem] > (stem in own_parts) or any(self._stems[part] > (part in own) for part in _parts(stem))
            for stem in stems
        )

    def _count(self) -> None:
        texts = [*map(_stems_of, self._sentences), *(set(_stem_words(text.casefold().split())) for text in self._about)]
        for stems in texts:
            self._stems.update(stems)
            self._parts.update({part for stem in stems for part in _parts(stem)})


def _tells_cause(sentence: _Sentence, told: _Told) -> bool:
    if any(sign in sentence.text for sign in _CELL_BREAKS):  # a row of a table: "Barn, annan orsak   203   199"
        return False
    if sentence.has("cause_lead") or is_cause(sentence.text):
        return True
    joint = next((i for i in sentence.tokens if "cause_joint" in sentence.marked.marks[i]), None)
    if joint is None:
        return False
    if sentence.has("cause_judged") or "cause_refers" in sentence.marked.marks[sentence.tokens.start]:
        return True
    effect = _stems(sentence, range(sentence.tokens.start, joint)) or _stems_of(sentence)
    return told.shares(effect, _stems_of(sentence))


def _stems_of(sentence: _Sentence) -> set[str]:
    return _stems(sentence, sentence.tokens)


def _stems(sentence: _Sentence, places: range) -> set[str]:
    tokens: Sequence[Token] = sentence.marked.tokens
    return set(_stem_words(tokens[i].form for i in places if tokens[i].is_word))


def _stem_words(forms: Iterable[str]) -> Iterator[str]:
    """The stems of the words that say something."""
    return (cut_ending(form) for form in forms if len(form) > 2 and form not in STOP_WORDS)


def _parts(stem: str) -> set[str]:
    """The stem, and its beginnings and ends that may be words."""
    cuts = range(_MIN_PART, len(stem))
    return {stem, *(stem[:i] for i in cuts), *(stem[-i:] for i in cuts)}


def _read_sentences(marked: Marked) -> Iterator[_Sentence]:
    """The sentences of a paragraph, those that end in a colon together with the next; lines end them too."""
    i, begun = 0, None
    for first, last in _find_spans(marked.paragraph.text):
        begun = first if begun is None else begun
        if marked.paragraph.text[last - 1] == ":":
            continue
        while i < len(marked.tokens) and marked.tokens[i].first < begun:
            i += 1
        start = i
        while i < len(marked.tokens) and marked.tokens[i].first < last:
            i += 1
        yield _Sentence(marked, begun, last, range(start, i))
        begun = None


def _find_spans(text: str) -> Iterator[Span]:
    begun = 0
    for line in text.split("\n"):
        yield from ((begun + first, begun + last) for first, last in find_sentences(line))
        begun += len(line) + 1
