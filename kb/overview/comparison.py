"""Two or three methods side by side, each as its document tells of it: nothing is weighed together or filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from kb.badge import find_outcome
from kb.documents import Evidence, Guidance, ProblemArea, Source
from kb.errors import ComparisonRejected, UnknownSlug
from kb.matching.sentences import list_sentences
from kb.overview.time_to_start import list_start_times
from kb.vocabulary import ASSESSED_KINDS, GuidanceKind

MIN_METHODS = 2
MAX_METHODS = 3
"""As many as can be read beside each other, on paper too."""
N_EXAMPLES = 3
N_STEPS = 3
N_RISKS = 3
"""Sentences or list items, the first of their section: the rest is read in the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedMethod:
    """outcome : the one that counts for the problem area, None for a document without any

    is_about_problem : False where no outcome speaks for the area, and the one that counts is the main one
    start_times, first_steps, examples, risks : in the document's own words
    sources : those of its outcomes
    """

    document: Guidance
    outcome: Evidence | None
    is_about_problem: bool
    others: tuple[Evidence, ...]
    start_times: tuple[str, ...]
    first_steps: tuple[str, ...]
    examples: tuple[str, ...]
    risks: tuple[str, ...]
    sources: tuple[Source, ...]

    @property
    def moderated(self) -> tuple[Evidence, ...]:
        """The outcomes that tell what makes the effect smaller or larger."""
        return tuple(outcome for outcome in self.document.evidence if outcome.moderators)


@dataclass(frozen=True, slots=True)
class Comparison:
    """methods : in the order asked for

    area : the problem area that effects are told for; None: those of the main outcomes
    shared_areas : slugs of the problem areas that at least two of the methods are for, in the order of the first
    """

    methods: tuple[ComparedMethod, ...]
    area: ProblemArea | None
    shared_areas: tuple[str, ...]


def is_comparable(kind: GuidanceKind) -> bool:
    """Whether a document of the kind is a method that can be compared: a duty, a statute or a gap has no effect."""
    return kind in ASSESSED_KINDS


def compare_methods(
    slugs: Sequence[str], area: str | None, guidance: Mapping[str, Guidance], areas: Mapping[str, ProblemArea]
) -> Comparison:
    """The methods with those slugs, each once, beside each other.

    area : slug of the problem area to tell effects for; None: the main outcomes

    Raises
    ------
    UnknownSlug : no guidance, or no problem area, has the slug
    ComparisonRejected : fewer than two or more than three, or one that is no method
    """
    chosen = tuple(dict.fromkeys(slugs))
    if not MIN_METHODS <= len(chosen) <= MAX_METHODS:
        told = ", ".join(map(repr, chosen)) or "none"
        raise ComparisonRejected(f"{len(chosen)} methods to compare ({told}); name two or three different ones")
    documents = [_find(slug, guidance) for slug in chosen]
    if area and area not in areas:
        raise UnknownSlug(f"no problem area {area!r}; leave it out to compare the main outcomes")
    methods = tuple(_tell(document, area) for document in documents)
    return Comparison(methods, areas[area] if area else None, _list_shared(documents))


def _find(slug: str, guidance: Mapping[str, Guidance]) -> Guidance:
    if slug not in guidance:
        raise UnknownSlug(f"no guidance {slug!r} to compare; take a slug from a search")
    document = guidance[slug]
    if not is_comparable(document.kind):
        raise ComparisonRejected(f"{slug!r} is no method but {document.kind}; compare methods alone")
    return document


def _tell(document: Guidance, area: str | None) -> ComparedMethod:
    outcome = find_outcome(document, area)
    cited = {name for item in document.evidence for name in item.sources}
    return ComparedMethod(
        document=document,
        outcome=outcome,
        is_about_problem=area is None or (outcome is not None and area in outcome.for_areas),
        others=tuple(other for other in document.evidence if other is not outcome),
        start_times=list_start_times(document),
        first_steps=_read_first(document, "Så gör ni", N_STEPS),
        examples=_read_first(document, "Exempel", N_EXAMPLES),
        risks=_read_first(document, "Risker och invändningar", N_RISKS),
        sources=tuple(source for source in document.sources if source.id in cited),
    )


def _read_first(document: Guidance, heading: str, n: int) -> tuple[str, ...]:
    """The first n sentences and list items under the heading."""
    told = (text for section in document.sections if section.heading == heading for text in _read(section.text))
    return tuple(islice(told, n))


def _read(text: str) -> list[str]:
    """A list item whole, a paragraph by its sentences; what leads to a list says nothing without it."""
    lines = text.splitlines()
    told = lines if len(lines) > 1 else list_sentences(text)
    return [line for line in told if not line.endswith(":")]


def _list_shared(documents: Sequence[Guidance]) -> tuple[str, ...]:
    found = [area for document in documents for area in document.primary_areas]
    return tuple(area for area in dict.fromkeys(found) if found.count(area) > 1)
