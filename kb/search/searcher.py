"""Search: a query against one collection of a snapshot, with filters inside the search, facets and the reasons.

A `Searcher`, made by `open_searcher`, holds what is the same for every query. It is never changed, so that threads may
share it.
"""

import collections.abc
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from kb.documents import Expert, Guidance, ProblemArea
from kb.embedding.embedder import Embedder, UnitEmbedder, Vectors
from kb.models.models import Models
from kb.registers import HelpLine
from kb.search.answer import AreaMatch, Page, Question, SearchResult, Sort, answer
from kb.search.answerability import find_promise
from kb.search.collection import Collection
from kb.search.facets import Filters
from kb.search.naming import Naming
from kb.search.one_area import find_area
from kb.search.options import SearchOptions
from kb.search.query import Query, analyse_query, refuse_stop_words
from kb.snapshot.snapshot import Snapshot
from kb.text.analysis import stem
from kb.text.signs import read_signs
from kb.text.spelling import Speller
from kb.urgency.help_lines import choose_help_lines
from kb.vocabulary import Risk

N_TOPICS = 3
TELLING_IDF = 0.4
"""Of the rarest word's: "kommun" and "eller" fall below, "snatteri" does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searcher:
    """An opened snapshot made ready for queries.

    guidance_of : problem area -> the guidance rated for it
    unit_embedder : reads descriptions, whichever model searches: what reads units is fitted on the one that ships
    """

    snapshot: Snapshot
    embedder: Embedder
    unit_embedder: UnitEmbedder = field(repr=False)
    models: Models = field(repr=False)
    options: SearchOptions = field(repr=False)
    guidance: Collection[Guidance] = field(repr=False)
    guidance_of: Mapping[str, Collection[Guidance]] = field(repr=False)
    problem_areas: Collection[ProblemArea] = field(repr=False)
    experts: Collection[Expert] = field(repr=False)
    speller: Speller = field(repr=False)
    naming: Naming = field(repr=False)

    def search_guidance(
        self, text: str, filters: Filters | None = None, *, first: int = 0, n: int = 10, sort: Sort = "relevance"
    ) -> SearchResult[Guidance]:
        """The guidance that answers the text, its signs read, best first, from position first.

        Raises
        ------
        QueryRejected : no word in the text, or it is too long
        QuerySaysNothing : words that say nothing by themselves, which no document is named by
        FilterRejected : a filter that does not exist
        """
        return self.answer_guidance(self.ask_guidance(text), Page(filters=filters or {}, first=first, n=n, sort=sort))

    def ask_guidance(self, text: str) -> Question:
        """What is searched for in the guidance, analysed once for all that answers it; raises as search_guidance."""
        refuse_stop_words(text, lambda words: bool(self.naming.find_named(words).any()))
        return self.ask_signed(text)

    def answer_guidance(self, question: Question, page: Page) -> SearchResult[Guidance]:
        """The page of the guidance that answers a text already analysed; raises FilterRejected."""
        area = find_area(page.filters)
        return answer(
            self.guidance_of.get(area, self.guidance) if area else self.guidance,
            replace(
                question, suggestion=question.query.suggestion and question.query.signs.write(question.query.suggestion)
            ),
            page,
            lambda ranking: self.models.answerability.says_yes(
                find_promise(question.query, question.area_ratings, ranking, self.snapshot.domain).features
            ),
            self._find_named(question.query),
        )

    def search_experts(
        self, text: str, filters: Filters | None = None, *, first: int = 0, n: int = 10
    ) -> SearchResult[Expert]:
        """The experts whose profile answers the text, best first; raises as search_guidance."""
        refuse_stop_words(text)
        page = Page(filters=filters or {}, first=first, n=n)
        threshold = self.experts.fusion.threshold
        return answer(self.experts, self.ask_signed(text), page, lambda ranking: ranking.best >= threshold)

    def _find_named(self, query: Query) -> NDArray[np.bool_]:
        """bool array (n_documents,): the guidance that a query names, as typed or as it was mended."""
        named = self.naming.find_named(query.text)
        return named | self.naming.find_named(query.suggestion) if query.suggestion else named

    def list_experts(self, filters: Filters) -> list[Expert]:
        """The experts that pass the filters, by organisation and name; raises FilterRejected."""
        allowed = self.experts.facets.allow(filters)
        found = [expert for i, expert in enumerate(self.experts.documents) if allowed is None or allowed[i]]
        return sorted(found, key=lambda expert: (expert.organisation, expert.name))

    def ask(self, text: str) -> Question:
        """The text analysed and rated against the problem areas; raises QueryRejected as analyse."""
        query = self.analyse(text)
        ratings = self.rate_areas(query)
        topics = self.nearest_areas(ratings)
        return Question(
            query=query,
            area_ratings=ratings,
            topics=topics,
            snapshot_id=self.snapshot.manifest.id,
            urgent=self.choose_help_lines(self.find_risks(query.vector[None])),
        )

    def find_risks(self, vectors: Vectors, least: float | NDArray[np.float64] = 0.0) -> frozenset[Risk]:
        """What somebody is in danger of, by the vectors of queries, float32 (n, dim); least : see Recogniser."""
        danger = self.snapshot.danger
        return danger.find_risks(vectors, least) if danger else frozenset()

    def choose_help_lines(self, risks: collections.abc.Collection[Risk]) -> tuple[HelpLine, ...]:
        """Where to turn then, 112 first; none without a risk."""
        return choose_help_lines(risks, self.snapshot.registers.help_lines)

    def ask_signed(self, text: str) -> Question:
        """What somebody searches for, its signs read: "a phrase", -left_out; else as ask."""
        signs = read_signs(text)
        question = self.ask(signs.text)
        return replace(question, query=replace(question.query, signs=signs))

    def analyse(self, text: str) -> Query:
        """The text as a query.

        Raises
        ------
        QueryRejected : no word in the text, or it is too long
        """
        return analyse_query(text, self.embedder, self.speller, self.is_telling, self.options.gram_weight)

    def is_telling(self, word: str) -> bool:
        """Whether a word in normal form is rare enough in the guidance to say something of a text."""
        return self.guidance.index.passage_lexical.idf_share(stem(word)) >= TELLING_IDF

    def rate_areas(self, query: Query) -> NDArray[np.float64]:
        """float64 array (n_problem_areas,) in [0, 1]: how likely the text is about each, in index order."""
        ranking = self.problem_areas.rank(query)
        ratings = np.zeros(len(self.problem_areas.documents))
        ratings[ranking.documents] = ranking.relevance
        return ratings

    def nearest_areas(self, ratings: NDArray[np.float64], n: int = N_TOPICS) -> tuple[AreaMatch, ...]:
        """The n best rated areas, best first."""
        best = np.argsort(-ratings, kind="stable")[:n]
        areas = self.problem_areas.documents
        return tuple(AreaMatch(areas[i].slug, areas[i].title, float(ratings[i]), areas[i].title_en) for i in best)
