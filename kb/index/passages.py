"""Documents cut into passages: the unit that is indexed, a heading's text, never across headings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from kb.documents import Expert, Guidance, ProblemArea, Section
from kb.embedding.embedder import Embedder, Vectors
from kb.text.words import find_words

Field = Literal["title", "body", "phrasing"]
FIELDS: tuple[Field, ...] = ("title", "body", "phrasing")
"""title: name and summary; body: a section; phrasing: how somebody would ask for the document, never shown."""

Document = Guidance | ProblemArea | Expert


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of a document. context is what the text is about, embedded before it: the document's title."""

    slug: str
    field: Field
    heading: str
    anchor: str
    context: str
    text: str

    @property
    def indexed_text(self) -> str:
        return ". ".join(part for part in (self.context, self.heading, self.text) if part)


def cut_document(document: Document, names: Mapping[str, str]) -> list[Passage]:
    """The passages of a document, title first.

    names : slug -> title of every guidance document and problem area, so that what an expert declares is in words
    """
    if isinstance(document, Guidance):
        return list(_cut_guidance(document))
    if isinstance(document, ProblemArea):
        return list(_cut_problem_area(document))
    return list(_cut_expert(document, names))


def embed(passages: Sequence[Passage], embedder: Embedder) -> Vectors:
    """float32 array (n_passages, dim): how a document is asked for is embedded as a query, all else as a passage."""
    vectors = np.zeros((len(passages), embedder.dim), np.float32)
    asked = np.array([passage.field == "phrasing" for passage in passages], np.bool_)
    for of_role, embed_texts in ((asked, embedder.embed_queries), (~asked, embedder.embed_passages)):
        vectors[of_role] = embed_texts([passages[i].indexed_text for i in np.flatnonzero(of_role).tolist()])
    return vectors


def count_words(passages: Iterable[Passage]) -> dict[str, int]:
    """How often each word, in normal form, stands in the passages."""
    counts: Counter[str] = Counter()
    for passage in passages:
        counts.update(word.form for word in find_words(passage.indexed_text))
    return dict(counts)


def _cut_guidance(document: Guidance) -> Iterator[Passage]:
    yield _title(document.slug, document.title, document.summary)
    yield from _sections(document.slug, document.title, document.sections)
    yield from _phrasings(document.slug, document.asked_as.sv + document.asked_as.en)


def _cut_problem_area(area: ProblemArea) -> Iterator[Passage]:
    yield _title(area.slug, area.title, area.summary)
    yield _list(area.slug, area.title, "Tecken i en lägesbild", "tecken", area.signs)
    yield from _sections(area.slug, area.title, area.sections)
    yield from _phrasings(area.slug, (area.title_en, *area.terms, *area.jargon, *area.asked_as.sv, *area.asked_as.en))


def _cut_expert(expert: Expert, names: Mapping[str, str]) -> Iterator[Passage]:
    title = f"{expert.name}, {expert.organisation}"
    yield _title(expert.slug, title, expert.summary)
    declared = [names.get(slug, slug) for slug in (*expert.problem_areas, *(m.slug for m in expert.methods))]
    yield _list(expert.slug, title, "Områden och metoder", "omraden", declared)
    yield from _sections(expert.slug, title, expert.sections)


def _title(slug: str, title: str, summary: str) -> Passage:
    return Passage(slug=slug, field="title", heading="", anchor="", context=title, text=summary)


def _list(slug: str, title: str, heading: str, anchor: str, items: tuple[str, ...] | list[str]) -> Passage:
    return Passage(slug=slug, field="body", heading=heading, anchor=anchor, context=title, text="; ".join(items))


def _sections(slug: str, title: str, sections: tuple[Section, ...]) -> Iterator[Passage]:
    for section in sections:
        if section.text:
            yield Passage(
                slug=slug,
                field="body",
                heading=section.heading,
                anchor=section.anchor,
                context=title,
                text=section.text,
            )


def _phrasings(slug: str, phrasings: tuple[str, ...]) -> Iterator[Passage]:
    for text in phrasings:
        yield Passage(slug=slug, field="phrasing", heading="", anchor="", context="", text=text)
