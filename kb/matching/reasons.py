"""Why a document was suggested: the words of the description beside the words of the document. Nothing is invented."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class _ReadParagraph:
    """A paragraph with its text without masks and the words of that, found once for all hits."""

    paragraph: Paragraph
    text: str
    words: tuple[Word, ...]


def give_reasons(
    problem: Problem, hits: Iterable[Hit[Guidance] | Hit[Expert]], is_telling: Callable[[str], bool]
) -> dict[str, Reason]:
    """Slug of each hit on a problem -> the reason for it.

    is_telling : whether a word in normal form says something: "eller" is in every text
    """
    texts = [(paragraph, drop_masks(paragraph.text)) for paragraph in problem.paragraphs]
    read = [_ReadParagraph(paragraph, text, tuple(find_words(text))) for paragraph, text in texts]
    return {hit.document.slug: _give_reason(read, hit, is_telling) for hit in hits}


def give_reason(problem: Problem, hit: Hit[Guidance] | Hit[Expert], is_telling: Callable[[str], bool]) -> Reason:
    """The reason for one hit on a problem, as give_reasons."""
    return give_reasons(problem, [hit], is_telling)[hit.document.slug]


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
