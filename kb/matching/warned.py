"""What a description plans that is advised against: its measures are no problems, but a harmful one is warned of."""

from collections.abc import Callable, Sequence

from kb.documents import Guidance
from kb.privacy import drop_masks
from kb.problems.read_unit import ReadUnit
from kb.search.answer import Page, Question
from kb.search.describe import Hit
from kb.search.searcher import Searcher
from kb.text.analysis import stem
from kb.text.words import find_words

MAX_ASKED = 12
"""Units that are asked for, those that share most words with how the documents are asked for."""
MIN_PLANNED = 0.2
"""Probability from which a unit may tell a measure."""


def find_warned(
    units: Sequence[ReadUnit], searcher: Searcher, ask: Callable[[str], Question]
) -> tuple[Hit[Guidance], ...]:
    """The guidance that advises against what the units plan, each once."""
    against = [document for document in searcher.guidance.documents if document.is_advised_against]
    known = {word for document in against for text in _names(document) for word in _stems(text, searcher)}
    planned = [drop_masks(item.unit.text) for item in units if item.may_be("measure", MIN_PLANNED)]
    shared = [(len(_stems(text, searcher) & known), text) for text in planned]
    asked = [text for n, text in sorted(shared, key=lambda pair: -pair[0])[:MAX_ASKED] if n]
    page = Page(filters={}, first=0, n=1)
    found = [hit for text in asked for hit in searcher.answer_guidance(ask(text), page).advised_against]
    return tuple({hit.document.slug: hit for hit in found}.values())


def _names(document: Guidance) -> tuple[str, ...]:
    return (document.title, document.summary, *document.asked_as.sv, *document.asked_as.en)


def _stems(text: str, searcher: Searcher) -> set[str]:
    """Of the words in it that say something."""
    return {stem(word.form) for word in find_words(text) if searcher.is_telling(word.form)}
