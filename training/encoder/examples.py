"""What the encoder learns from: texts as somebody asks, the texts that answer, and such as only look so.

All texts bear their prompt. How a document is asked for (`asked_as`) answers a query as its passages do, and is a query
itself: so it is embedded when it is indexed.
"""

import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.problems.stances import STANCES
from training.encoder.reading_heads import LabelledText
from training.sources import Pair

QUERY, PASSAGE = "query: ", "passage: "
MAX_CHARS = 600
MIN_UNIT_WORDS = 5
"""Of a unit that can be understood without those around it."""
USEFUL = 2
"""Grade from which a document answers a judged query well enough to be drawn to it."""
PHRASINGS_SHARE = 0.6
"""How often a phrasing of a document is drawn for its summary's once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A query with the texts that answer it, one of which is drawn each time, and those that do not, though alike.

    answers : text -> how often it is drawn, above 0
    related : names of documents that answer too, and so are never taken as wrong answers to it
    """

    query: str
    answers: Mapping[str, float]
    related: frozenset[str]
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Examples of one kind, and how often the kind is drawn.

    owners : text -> the name of its document; outside : queries that none of the source's documents answers
    """

    name: str
    examples: Sequence[Example]
    share: float
    owners: Mapping[str, str]
    outside: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Texts:
    """What stands for a document: its summary and sections, the summary first, and how it is asked for."""

    passages: tuple[str, ...]
    phrasings: tuple[str, ...] = ()

    def weigh(self, times: float, but: str = "") -> Iterator[tuple[str, float]]:
        """Text -> how often it is drawn: the summary as often as all sections together.

        but : a phrasing that is left out, since it asks itself
        """
        summary, *sections = self.passages
        phrasings = [text for text in self.phrasings if text != but]
        yield PASSAGE + summary, times
        yield from ((PASSAGE + text, times / len(sections)) for text in sections)
        yield from ((QUERY + text, times * PHRASINGS_SHARE / len(phrasings)) for text in phrasings)

    def __iter__(self) -> Iterator[str]:
        yield from (PASSAGE + text for text in self.passages)
        yield from (QUERY + text for text in self.phrasings)


def pair_examples(pairs: Iterable[Pair], *, both_ways: bool = False) -> Iterator[Example]:
    """An example a pair: the first text asks, the second answers; both ways for pairs that say the same."""
    for pair in pairs:
        for asked, answering in (pair, pair[::-1])[: 1 + both_ways]:
            answer = PASSAGE + answering[:MAX_CHARS]
            yield Example(query=QUERY + asked[:MAX_CHARS], answers={answer: 1.0}, related=frozenset([answer]))


def group_examples(groups: Iterable[Sequence[Pair]]) -> Iterator[Example]:
    """An example a pair, where the answers to the others of its group look as if they answered."""
    for group in groups:
        for asked, answer in group:
            wrong = tuple(PASSAGE + other for _, other in group if other != answer)
            answers = {PASSAGE + answer: 1.0}
            yield Example(query=QUERY + asked, answers=answers, related=frozenset(answers), wrong=wrong)


def judged_examples(
    lines: Iterable[str], texts: Mapping[str, Texts], confused: Mapping[str, Sequence[str]]
) -> Iterator[Example]:
    """An example a judged query that a document answers; a grade counts by its square above the least.

    texts : slug -> its texts; confused : query -> slugs that the ranking puts high though they do not answer
    """
    for judged in map(json.loads, lines):
        relevant = {slug: grade for slug, grade in judged["relevant"].items() if slug in texts}
        useful = {slug: grade for slug, grade in relevant.items() if grade >= USEFUL}
        wrong = [*judged["avoid"], *confused.get(judged["query"], ())]
        if useful:
            yield Example(
                query=QUERY + judged["query"][: 2 * MAX_CHARS],
                answers=dict(
                    pair for slug, grade in useful.items() for pair in texts[slug].weigh((grade - USEFUL + 1) ** 2)
                ),
                related=frozenset(relevant),
                wrong=tuple(PASSAGE + texts[s].passages[0] for s in wrong if s in texts and s not in relevant),
            )


def outside_queries(lines: Iterable[str]) -> list[str]:
    """The judged queries that nothing here answers."""
    return [QUERY + judged["query"][: 2 * MAX_CHARS] for judged in map(json.loads, lines) if not judged["relevant"]]


def asked_examples(texts: Mapping[str, Texts]) -> Iterator[Example]:
    """An example for each phrasing by which a document is asked for."""
    for slug, of_document in texts.items():
        for text in of_document.phrasings:
            answers = dict(of_document.weigh(1.0, but=text))
            yield Example(query=QUERY + text, answers=answers, related=frozenset([slug]))


def unit_examples(texts: Iterable[LabelledText], areas: Mapping[str, Texts]) -> Iterator[Example]:
    """An example for each unit that tells a problem by itself: it asks, and the texts of its first area answer."""
    for unit in (unit for text in texts for unit in text):
        told = [slug for slug in unit.areas if slug in areas]
        if told and unit.stance == STANCES.index("problem") and len(unit.text.split()) >= MIN_UNIT_WORDS:
            answers = dict(areas[told[0]].weigh(1.0))
            yield Example(query=QUERY + unit.text, answers=answers, related=frozenset(told))


def draw_answer(example: Example, chance: random.Random) -> str:
    """One of the texts that answer."""
    return chance.choices(list(example.answers), list(example.answers.values()))[0]
