"""Why a document was suggested: a sentence of the description beside one of the document. Nothing is invented."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kb.documents import Expert, Guidance
from kb.matching.sentences import is_denial, is_quotable, list_sentences
from kb.privacy import drop_masks
from kb.problems.problem import Problem, join_units
from kb.search.describe import Hit, PassageHit
from kb.text.highlight import Highlighter, make_highlighter
from kb.text.words import Word, find_words

MAX_TERMS = 6
MIN_LETTERS = 3
TELLING_HEADINGS = (
    "När passar metoden",
    "I korthet",
    "Så fungerar den",
    "Så gör ni",
    "Kan hjälpa till med",
    "Så går det till",
)
"""What a document says of what it is for and does, in the order in which it is read; evidence has its own place."""


@dataclass(frozen=True, slots=True)
class Reason:
    """description_passage: the sentence that shares most with the document's, which is the text of document_passage.

    parts : as in Hit
    """

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
            self._given[slug] = self._give(hit)
        return self._given[slug]

    def _give(self, hit: Hit[Guidance] | Hit[Expert]) -> Reason:
        passage = max(_list_passages(hit), key=lambda passage: self._weigh(passage.text))
        highlighter = self._highlight([word.form for word in find_words(passage.text)])
        terms, sentence = max(
            ((_shared_terms(one, highlighter), one.sentence) for one in self._sentences), key=lambda pair: len(pair[0])
        )
        return Reason(sentence, passage, terms, hit.parts)

    def _weigh(self, text: str) -> int:
        """Letters of the different words in the text that the description, or the problem's name, has too."""
        spans = self._description_words.find(text)
        return sum(map(len, {text[first:last].lower() for first, last in spans}))

    @cached_property
    def _description_words(self) -> Highlighter:
        named = [word.form for word in find_words(self._problem.title)]
        return self._highlight(named + [word.form for one in self._sentences for word in one.words])

    def _highlight(self, words: list[str]) -> Highlighter:
        return make_highlighter(
            [word for word in dict.fromkeys(words) if len(word) > MIN_LETTERS and self._is_telling(word)]
        )

    @cached_property
    def _sentences(self) -> tuple["_ReadSentence", ...]:
        """Those that may be quoted; where none may, the units as they are."""
        texts = join_units(self._problem.units)
        quotable = [one for text in texts for one in list_sentences(text) if is_quotable(one)]
        return tuple(_read(sentence) for sentence in quotable or texts)


@dataclass(frozen=True, slots=True)
class _ReadSentence:
    """A sentence of the description, its text without masks and the words of that, found once for all hits."""

    sentence: str
    text: str
    words: tuple[Word, ...]


def _read(sentence: str) -> _ReadSentence:
    text = drop_masks(sentence)
    return _ReadSentence(sentence, text, tuple(find_words(text)))


def _list_passages(hit: Hit[Guidance] | Hit[Expert]) -> list[PassageHit]:
    """The sentences of the document that may be its reason, as passages; at least one."""
    document = hit.document
    read = sorted(
        (section for section in document.sections if section.heading in TELLING_HEADINGS),
        key=lambda section: TELLING_HEADINGS.index(section.heading),
    )
    told = [
        _make_passage(section.heading, section.anchor, sentence)
        for section in read
        for sentence in _list_reasons(section.text)
    ]
    return told or [_make_passage("", "", next(_list_reasons(document.summary), document.summary))]


def _list_reasons(text: str) -> Iterator[str]:
    return (sentence for sentence in list_sentences(text) if is_quotable(sentence) and not is_denial(sentence))


def _make_passage(heading: str, anchor: str, text: str) -> PassageHit:
    return PassageHit(heading=heading, anchor=anchor, text=text, score=0.0, highlights=())


def _shared_terms(read: _ReadSentence, document_words: Highlighter) -> tuple[str, ...]:
    """Words of the sentence that the document has too, longest first: the long ones say most."""
    spans = document_words.find_among(read.words)
    terms = dict.fromkeys(read.text[first:last].lower() for first, last in spans)
    return tuple(sorted(terms, key=lambda term: (-len(term), term))[:MAX_TERMS])
