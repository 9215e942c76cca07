"""What is said of evidence is no stronger than the rating, and does not go against the recommendation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from indexer.content.editorial_list import EditorialList, read_list
from indexer.content.excerpt import quote_excerpt
from indexer.content.fault import Fault
from indexer.content.front_matter import Evidence, Guidance
from indexer.content.nearest import did_you_mean
from indexer.content.phrases import PhraseFinder, make_phrase_finder
from indexer.content.read_content import Content, Entry
from kb.grade import is_wanted
from kb.overview.gaps import WELL_SUPPORTED
from kb.text.sentences import split_sentences
from kb.vocabulary import RATINGS, Rating, Recommendation

KNOWN = (*RATINGS, *get_args(Recommendation))
SECTIONS = ("I korthet", "Evidens")
PARTS = ("outcome", "finding", "mechanism", "moderators", "implementation", "cost")
DENIALS = frozenset({"aldrig", "ej", "icke", "inga", "ingen", "inget", "ingenting", "inte", "varken"})
LACKS = frozenset({"knappast", "saknar", "saknas", "sällan", "utan"})
NEGATIONS = DENIALS | LACKS
QUESTIONS = frozenset({"hur", "huruvida", "om", "vad", "varför", "vilka", "vilken", "vilket"})
"""Words after which something is asked or made a condition, not claimed."""
REACH = 7
"""Words on either side of a phrase within which a negation speaks of it."""
_CLAUSE_END = re.compile(r"[;:–]|,?\s+men\s+")


@dataclass(frozen=True, slots=True)
class _Claim:
    """A text of a document, and what it must agree with: a rating, and the recommendation where there is one."""

    line: int
    text: str
    must_suit: tuple[str, ...]


def check_evidence_words(content: Content) -> Iterator[Fault]:
    """Words of `editorial/evidence-words.csv` beside a rating or recommendation that they are not for."""
    words = read_list(content, "evidence-words.csv", ("words", "not_with", "why"))
    yield from words.faults
    yield from _check_list(words)
    finder = make_phrase_finder([row.cells["words"] for row in words.rows])
    for entry in content.of("guidance"):
        if isinstance(entry.model, Guidance):
            yield from _check_recommendation(entry, entry.model)
            for claim in _claims(entry, entry.model):
                yield from _check_claim(entry, claim, words, finder)


def is_negated(sentence: str, first: int, last: int) -> bool:
    """Whether the characters first <= i < last of a sentence are denied, asked or made a condition.

    >>> is_negated("Effekten är inte bevisad.", 17, 24)
    True
    >>> is_negated("Den fungerar, men inte för alla.", 4, 12)
    False
    """
    before = _CLAUSE_END.split(sentence[:first])[-1]
    after = _CLAUSE_END.split(re.sub(r",", ";", sentence[last:]))[0]
    nearest_before = set(_words(before)[-REACH:])
    return bool(nearest_before & (NEGATIONS | QUESTIONS) or set(_words(after)[:REACH]) & NEGATIONS)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _check_claim(entry: Entry, claim: _Claim, words: EditorialList, finder: PhraseFinder) -> Iterator[Fault]:
    for sentence in split_sentences(claim.text):
        for position, match in finder.find(sentence):
            cells = words.rows[position].cells
            met = [value for value in claim.must_suit if value in cells["not_with"].split()]
            if met and not is_negated(sentence, match.start(), match.end()):
                value = f"'{match[0]}' in {quote_excerpt(sentence, match.start(), match.end())}"
                yield Fault(
                    path=entry.file.path,
                    line=claim.line,
                    fault=f"wording goes against '{met[0]}'",
                    value=value,
                    way_out=cells["why"],
                )


def _check_list(words: EditorialList) -> Iterator[Fault]:
    for row in words.rows:
        for value in row.cells["not_with"].split():
            if value not in KNOWN:
                yield words.fault(row, "not_with has an unknown value", value, did_you_mean(value, KNOWN))


def _check_recommendation(entry: Entry, model: Guidance) -> Iterator[Fault]:
    """A recommendation follows from the evidence: recommended what is rated stark or god, and nothing weaker."""
    best, recommendation = _best(model), model.recommendation
    fault, value = "recommendation goes against the evidence", f"{recommendation}, best rating {best}"
    if recommendation == "rekommenderas" and best not in WELL_SUPPORTED:
        yield entry.file.fault(("recommendation",), fault, value, "prövas, unless an outcome is rated stark or god")
    helps = any(is_wanted(item.effect, item.wanted) and item.rating in WELL_SUPPORTED for item in model.evidence)
    if recommendation == "avråds" and helps:
        yield entry.file.fault(("recommendation",), fault, value, "mend the effect or the recommendation")


def _claims(entry: Entry, model: Guidance) -> Iterator[_Claim]:
    advice = (model.recommendation,) if model.recommendation else ()
    for name in ("summary", "evidence_summary"):
        if text := getattr(model, name):
            yield _Claim(entry.file.line_of((name,)), text, (_main(model), *advice))
    for position, item in enumerate(model.evidence):
        for part, text in _parts(item):
            yield _Claim(entry.file.line_of(("evidence", position, part)), text, (item.rating, *advice))
    for block in entry.file.blocks:
        if block.heading in SECTIONS:
            yield _Claim(block.line, block.text, (_main(model), *advice))


def _parts(item: Evidence) -> Iterator[tuple[str, str]]:
    for part in PARTS:
        if text := getattr(item, part):
            yield part, text


def _main(model: Guidance) -> Rating:
    """The rating that is shown beside the words, as in `kb.documents.Guidance.rating`."""
    speaking = (item.rating for item in model.evidence if item.for_areas)
    return next(speaking, next((item.rating for item in model.evidence), "oklar"))


def _best(model: Guidance) -> Rating:
    """The best rating of any outcome; what nobody has rated is oklar."""
    return min((item.rating for item in model.evidence), key=RATINGS.index, default="oklar")
