"""Why a document was suggested: the words of the description beside the words of the document. Nothing is invented."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kb.documents import Expert, Guidance
from kb.privacy import drop_masks
from kb.problems.description import Paragraph
from kb.problems.problem import Problem
from kb.search.describe import Hit, PassageHit
from kb.text.highlight import Highlighter, make_highlighter
from kb.text.words import Word, find_words

MAX_TERMS = 6
MIN_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """description_passage: the paragraph that shares most with the document's passage; parts as in Hit."""

    description_passage: str
    document_passage: PassageHit
    shared_terms: tuple[str, ...]
    parts: Mapping[str, float]


class Reasons:
    """The reasons for the hits on a problem, each worked out when it is first asked for: a plan asks for none.

    is_telling : whether a word in normal form says something: "eller" is in every text
    """

    def __init__(self, problem: Problem, is_telling: Callable[[str], bool]) -> None:
        self._problem = problem
        self._is_telling = is_telling
        self._given: dict[str, Reason] = {}

    def give(self, hit: Hit[Guidance] | Hit[Expert]) -> Reason:
        """The reason for a hit on the problem."""
        slug = hit.document.slug
        if slug not in self._given:
            self._given[slug] = _give_reason(self._paragraphs, hit, self._is_telling)
        return self._given[slug]

    @cached_property
    def _paragraphs(self) -> tuple["_ReadParagraph", ...]:
        texts = [(paragraph, drop_masks(paragraph.text)) for paragraph in self._problem.paragraphs]
        return tuple(_ReadParagraph(paragraph, text, tuple(find_words(text))) for paragraph, text in texts)


@dataclass(frozen=True, slots=True)
class _ReadParagraph:
    """A paragraph with its text without masks and the words of that, found once for all hits."""

    paragraph: Paragraph
    text: str
    words: tuple[Word, ...]


def _give_reason(
    read: Sequence[_ReadParagraph], hit: Hit[Guidance] | Hit[Expert], is_telling: Callable[[str], bool]
) -> Reason:
    passage = hit.passages[0]
    words = [word.form for word in find_words(passage.text)]
    telling = [word for word in dict.fromkeys(words) if len(word) > MIN_LETTERS and is_telling(word)]
    highlighter = make_highlighter(telling)
    shared = [(_shared_terms(one, highlighter), one.paragraph) for one in read]
    terms, paragraph = max(shared, key=lambda pair: len(pair[0]))
    return Reason(paragraph.text, passage, terms, hit.parts)


def _shared_terms(read: _ReadParagraph, document_words: Highlighter) -> tuple[str, ...]:
    """Words of the paragraph that the document has too, longest first: the long ones say most."""
    spans = document_words.find_among(read.words)
    terms = dict.fromkeys(read.text[first:last].lower() for first, last in spans)
    return tuple(sorted(terms, key=lambda term: (-len(term), term))[:MAX_TERMS])
