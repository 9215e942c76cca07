"""A library of any size, made by perturbing the real one: enough words in enough mixtures to weigh an index down."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kb.documents import Guidance, Library, Phrasings, Section

PASSAGES_PER_DOCUMENT = 8
N_SECTIONS = 5
"""Beside the title and two phrasings; of a document with fewer sections, more phrasings."""
SWAPPED, DROPPED, MIXED = 0.05, 0.05, 0.3
"""Shares of a text's words that change place with their neighbour, go, and come from another text of the kind."""


@dataclass(frozen=True, slots=True)
class Pools:
    """Texts of the real documents, by what they are."""

    summaries: Sequence[str]
    sections: Sequence[str]
    phrasings: Sequence[str]


def enlarge(library: Library, n_passages: int, seed: int = 0) -> Library:
    """The library with invented guidance in place of its own: n_passages passages, PASSAGES_PER_DOCUMENT a document.

    The same library, number and seed give the same documents.

    Raises
    ------
    ValueError : n_passages is less than a document has
    """
    if n_passages < PASSAGES_PER_DOCUMENT:
        raise ValueError(f"{n_passages} passages are less than the {PASSAGES_PER_DOCUMENT} of one document")
    chosen = random.Random(seed)
    pools = Pools(
        [d.summary for d in library.guidance],
        [section.text for d in library.guidance for section in d.sections if section.text],
        [text for d in library.guidance for text in d.asked_as.sv],
    )
    n_documents, left_over = divmod(n_passages, PASSAGES_PER_DOCUMENT)
    sizes = [PASSAGES_PER_DOCUMENT] * (n_documents - 1) + [PASSAGES_PER_DOCUMENT + left_over]
    documents = [_invent(chosen, library.guidance, pools, i, size) for i, size in enumerate(sizes)]
    return replace(library, guidance=tuple(documents))


def perturb(chosen: random.Random, words: Sequence[str], others: Sequence[str]) -> list[str]:
    """The words with some dropped, some replaced by one of the others, and some swapped with their neighbour."""
    kept = [word for word in words if chosen.random() >= DROPPED] or list(words[:1])
    mixed = [chosen.choice(others) if others and chosen.random() < MIXED else word for word in kept]
    for i in range(len(mixed) - 1):
        if chosen.random() < SWAPPED:
            mixed[i], mixed[i + 1] = mixed[i + 1], mixed[i]
    return mixed


def _invent(chosen: random.Random, models: Sequence[Guidance], pools: Pools, number: int, n_passages: int) -> Guidance:
    model = models[number % len(models)]
    sections = tuple(_change(chosen, model.sections, pools))
    phrasings = tuple(_mix(chosen, pools.phrasings) for _ in range(n_passages - 1 - len(sections)))
    return replace(
        model,
        slug=f"{model.slug}-{number:06d}",
        title=" ".join(perturb(chosen, model.title.split(), chosen.choice(models).title.split())),
        summary=_mix(chosen, pools.summaries),
        sections=sections,
        asked_as=Phrasings(phrasings, ()),
        related=(),
    )


def _change(chosen: random.Random, sections: Sequence[Section], pools: Pools) -> Iterator[Section]:
    with_text = [section for section in sections if section.text]
    for section in with_text[:N_SECTIONS]:
        others = chosen.choice(pools.sections).split()
        text = " ".join(perturb(chosen, section.text.split(), others))
        yield replace(section, text=text, markdown=text, citations=())


def _mix(chosen: random.Random, texts: Sequence[str]) -> str:
    return " ".join(perturb(chosen, chosen.choice(texts).split(), chosen.choice(texts).split()))
