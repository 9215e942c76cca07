"""The units of a description read in the light of each other: stance and problem areas of each, by the encoder."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kb.embedding.embedder import UnitEmbedder, Vectors
from kb.models.unit_heads import UnitHeads
from kb.privacy import drop_masks
from kb.problems.clauses import cut_clauses, is_addition
from kb.problems.people import areas_about_groups, hide_groups
from kb.problems.read_unit import FloatArray, ReadUnit
from kb.problems.rows import lists_problem
from kb.problems.stance_words import weigh_stances
from kb.problems.stances import STANCES
from kb.problems.stretches import cut_stretches
from kb.problems.units import Unit
from kb.search.query import MAX_QUERY_CHARS
from kb.search.searcher import Searcher

MIN_SECOND_AREA, SURE_STANCE = 0.08, 0.9
"""A sentence whose second likeliest area is less likely, and that surely does one thing, is about one matter."""
MAX_SHORT_WORDS, UNSURE_AREA, MIN_TOLD = 5, 0.6, 0.2
"""A unit of so few words whose area is less sure than this, and that may tell a problem, is asked for as a query: the
answer counts when it is surer."""
NAMED = 0.5
"""How likely what only names an area, in a list or a table of problems, is to tell one, beside all else."""
MIN_CLAUSE = 0.5
"""How likely a clause's area, or another stance than its neighbour's, must be for the sentence to be cut there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitReader:
    """areas : slugs of the problem areas that a unit can be about, in the order of ReadUnit.areas, None for themes.

    ask : a text as a query to float64 (n_areas,) in [0, 1]: "klotter" says too little in a text, but all as a query
    """

    embedder: UnitEmbedder
    heads: UnitHeads
    areas: tuple[str | None, ...]
    ask: Callable[[str], FloatArray]

    def read(self, units: Sequence[Unit]) -> tuple[ReadUnit, ...]:
        """The units in order, those that tell of several matters cut into their clauses, numbered anew."""
        whole = self._rate(units)
        told = [part for item in whole for part in self._cut(item)]
        return tuple(replace(item, unit=replace(item.unit, position=position)) for position, item in enumerate(told))

    def _rate(self, units: Sequence[Unit]) -> list[ReadUnit]:
        plain = [replace(unit, text=drop_masks(unit.text)) for unit in units]
        nameless = [replace(unit, text=hide_groups(unit.text)) for unit in plain]
        rated = self._rate_plain(units, plain)
        if nameless != plain:
            without = self._rate_plain(units, nameless)
            rated = [self._lower(*both) for both in zip(rated, without, strict=True)]
        named = zip(rated, nameless, strict=True)
        asked = (self._ask_short(self._ask_unknown(item, unit.text), unit.text) for item, unit in named)
        return [_trust_column(item) for item in asked]

    def _ask_unknown(self, item: ReadUnit, text: str) -> ReadUnit:
        """The unit, with the areas that the heads were not trained on as a query has them: an editor may add any."""
        unknown = np.array([slug is not None and slug not in self.heads.areas for slug in self.areas], np.bool_)
        told = item.tells >= MIN_TOLD or item.stance == "else"
        if not unknown.any() or not told or float(item.areas.sum()) >= UNSURE_AREA or not any(map(str.isalpha, text)):
            return item
        areas = np.where(unknown, self.ask(text), item.areas)
        stances = weigh_stances(item.stances, min(1.0, float(areas.sum())), item.unit)
        return replace(item, areas=areas, stances=stances)

    def _ask_short(self, item: ReadUnit, text: str) -> ReadUnit:
        """The unit, with its areas as a query when it is too short to be sure of them."""
        words = sum(any(map(str.isalpha, word)) for word in text.split())
        named = (item.unit.form == "item" or item.unit.is_clause) and item.stance in ("problem", "else")
        sure = item.tells >= MIN_TOLD and item.areas.max(initial=0.0) >= UNSURE_AREA
        if not 0 < words <= MAX_SHORT_WORDS or sure or (item.tells < MIN_TOLD and not named):
            return item
        asked = self.ask(text)
        if asked.max(initial=0.0) < UNSURE_AREA:
            return item
        return replace(item, areas=asked, stances=_name_problem(item.stances) if named else item.stances)

    def _rate_plain(self, units: Sequence[Unit], plain: Sequence[Unit]) -> list[ReadUnit]:
        vectors = embed_units(plain, self.embedder)
        stances, areas = self.heads.rate_stances(vectors), self._align(self.heads.rate_areas(vectors))
        return [
            ReadUnit(
                unit=unit,
                stances=weigh_stances(stance, float(area.sum()), unit),
                areas=area,
                vector=vector,
            )
            for unit, stance, area, vector in zip(units, stances, areas, vectors, strict=True)
        ]

    def _align(self, rated: FloatArray) -> FloatArray:
        """float64 array (n_units, n_areas): the heads' areas in the order of these, 0 for what they do not know."""
        column = {slug: i for i, slug in enumerate(self.heads.areas)}
        aligned = np.zeros((len(rated), len(self.areas)))
        for place, slug in enumerate(self.areas):
            if slug in column:
                aligned[:, place] = rated[:, column[slug]]
        return aligned

    def _lower(self, named: ReadUnit, nameless: ReadUnit) -> ReadUnit:
        """The unit as it is read with no group named, unless that is what an area is about."""
        about = np.array([slug in areas_about_groups() for slug in self.areas])
        if named.areas[about].sum() >= MIN_CLAUSE:
            return named
        least = named.tells > nameless.tells
        return replace(
            named,
            areas=np.where(about, named.areas, np.minimum(named.areas, nameless.areas)),
            stances=nameless.stances if least else named.stances,
        )

    def _cut(self, item: ReadUnit) -> Iterator[ReadUnit]:
        """The unit, or its clauses when they tell of different matters."""
        clauses = cut_clauses(item.unit.text) if item.unit.form in ("sentence", "item") else [item.unit.text]
        is_one = np.sort(item.areas)[-2:][0] < MIN_SECOND_AREA and item.stances.max() >= SURE_STANCE
        if len(clauses) < 2 or is_one:
            yield item
            return
        tells = item.tells >= MIN_TOLD  # what a sentence lists then, tells as an item of a list does
        rated = self._rate([replace(item.unit, text=clause, is_clause=tells) for clause in clauses])
        groups: list[list[ReadUnit]] = [[rated[0]]]
        for after in rated[1:]:
            if self._goes_over(groups[-1], after):
                groups.append([after])
            else:
                groups[-1].append(after)
        if len(groups) < 2:
            yield item
            return
        yield from (_join(group) for group in groups)

    def _goes_over(self, group: Sequence[ReadUnit], after: ReadUnit) -> bool:
        """Whether the clause is surely about another area than those before it."""
        before = max(group, key=lambda item: item.areas.max())
        if min(before.areas.max(), after.areas.max()) < MIN_CLAUSE or after.tells < MIN_TOLD:
            return False
        text = after.unit.text
        named = len(text.split()) > MAX_SHORT_WORDS or self.ask(text).max(initial=0.0) >= UNSURE_AREA
        return named and not is_addition(text) and bool(before.areas.argmax() != after.areas.argmax())


def embed_units(units: Sequence[Unit], embedder: UnitEmbedder) -> Vectors:
    """float32 array (n_units, dim), each unit in the light of those around it."""
    stretches = list(cut_stretches(units))
    vectors = embedder.embed_parts([stretch.parts for stretch in stretches])
    kept = [i >= stretch.n_before for stretch in stretches for i in range(len(stretch.parts))]
    return np.asarray(vectors[np.array(kept, np.bool_)], np.float32)


def make_unit_reader(searcher: Searcher) -> UnitReader:
    """The reader of descriptions for the searcher's problem areas."""
    areas = searcher.problem_areas.documents
    return UnitReader(
        embedder=searcher.unit_embedder,
        heads=searcher.models.units,
        areas=tuple(area.slug if area.kind == "problemområde" else None for area in areas),
        ask=lambda text: rate_as_query(text, searcher),
    )


def rate_as_query(text: str, searcher: Searcher) -> FloatArray:
    """float64 array (n_problem_areas,) in [0, 1]: what the text is about, support themes 0; raises QueryRejected."""
    ratings = searcher.rate_areas(searcher.analyse(drop_masks(text)[:MAX_QUERY_CHARS]))
    is_problem = [area.kind == "problemområde" for area in searcher.problem_areas.documents]
    return np.asarray(np.where(is_problem, ratings, 0.0), np.float64)


def _trust_column(item: ReadUnit) -> ReadUnit:
    """A row of a table of problems that is surely of an area tells it, whatever figures stand beside."""
    if item.unit.form != "row" or not lists_problem(item.unit.text) or float(item.areas.sum()) < UNSURE_AREA:
        return item
    return replace(item, stances=_name_problem(item.stances)) if item.stance in ("problem", "number", "else") else item


def _name_problem(stances: FloatArray) -> FloatArray:
    """What only names a problem area ("Klotter") may tell of it as likely as not."""
    named = stances * (1 - NAMED)
    named[STANCES.index("problem")] += NAMED
    return named


def _join(group: Sequence[ReadUnit]) -> ReadUnit:
    """The clauses as one unit, read as the surest of them."""
    surest = max(group, key=lambda item: item.areas.max())
    text = " ".join(item.unit.text for item in group)
    return replace(surest, unit=replace(surest.unit, text=text, is_clause=True))
