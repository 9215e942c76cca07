"""A document is neither a telegram nor an official report: its LIX lies in a band."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.content.fault import Fault
from indexer.content.read_content import Content
from kb.text.sentences import split_sentences

LIX_BAND = (30.0, 50.0)
"""Björnsson: below 30 is very easy, to 40 easy (fiction), to 50 medium (newspapers), to 60 hard (official texts)."""
LONG_WORD = 7
"""Letters, and more."""
_WORD = re.compile(r"\w+(?:[-’':]\w+)*")


@dataclass(frozen=True, slots=True)
class Readability:
    """words_per_sentence : mean; long_words : share in [0, 1] of words with more than six letters."""

    words_per_sentence: float
    long_words: float

    @property
    def lix(self) -> float:
        return self.words_per_sentence + 100 * self.long_words


def check_readability(content: Content) -> Iterator[Fault]:
    """Documents whose body has a LIX outside the band, each with its value."""
    low, high = LIX_BAND
    for entry in content.entries:
        measured = measure_readability([block.text for block in entry.file.blocks])
        if measured and not low <= measured.lix <= high:
            value = (
                f"LIX {measured.lix:.0f} ({measured.words_per_sentence:.1f} words a sentence, "
                f"{measured.long_words:.0%} long words)"
            )
            way_out = "shorten sentences and long words" if measured.lix > high else "write whole sentences"
            fault = f"LIX outside {low:.0f}-{high:.0f}"
            yield Fault(path=entry.file.path, line=entry.file.line_of(()), fault=fault, value=value, way_out=way_out)


def measure_readability(texts: Sequence[str]) -> Readability | None:
    """Readability of the texts together; a text ends a sentence; None when they hold no word.

    Source: Björnsson, Läsbarhet, Liber 1968.

    >>> measure_readability(["Polisen ringde. Vi kom."]).lix
    27.0
    """
    n_sentences = sum(len(split_sentences(text)) for text in texts)
    words = [word for text in texts for word in _WORD.findall(text)]
    if not words:
        return None
    n_long = sum(len(word) >= LONG_WORD for word in words)
    return Readability(len(words) / n_sentences, n_long / len(words))
