"""Why a document was suggested: the words of the description beside the words of the document. Nothing is invented."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kb.documents import Expert, Guidance
from kb.matching.guard import drop_masks
from kb.matching.problem import Problem
from kb.retrieval.search import Hit, PassageHit
from kb.text.highlight import Highlighter, make_highlighter
from kb.text.words import find_words

MAX_TERMS = 6
MIN_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """description_passage: the paragraph that shares most with the document's passage; parts as in Hit."""

    description_passage: str
    document_passage: PassageHit
    shared_terms: tuple[str, ...]
    parts: Mapping[str, float]


def give_reason(problem: Problem, hit: Hit[Guidance] | Hit[Expert], is_telling: Callable[[str], bool]) -> Reason:
    """The reason for a hit on a problem.

    is_telling : whether a word in normal form says something: "eller" is in every text
    """
    passage = hit.passages[0]
    words = [word.form for word in find_words(passage.text)]
    telling = [word for word in dict.fromkeys(words) if len(word) > MIN_LETTERS and is_telling(word)]
    highlighter = make_highlighter(telling)
    shared = [(_shared_terms(drop_masks(p.text), highlighter), p) for p in problem.paragraphs]
    terms, paragraph = max(shared, key=lambda pair: len(pair[0]))
    return Reason(paragraph.text, passage, terms, hit.parts)


def _shared_terms(text: str, document_words: Highlighter) -> tuple[str, ...]:
    """Words of the text that the document has too, longest first: the long ones say most."""
    spans = document_words.find(text)
    terms = dict.fromkeys(text[first:last].lower() for first, last in spans)
    return tuple(sorted(terms, key=lambda term: (-len(term), term))[:MAX_TERMS])
