"""A description is read once: match, team and plan together analyse each of its texts once and rank for it once."""

from collections import Counter
from dataclasses import dataclass, field, fields, replace

import numpy as np
import pytest
from numpy.typing import NDArray

from kb.matching.matcher import Matcher
from kb.plans.draft import draft_plan
from kb.search.collection import Collection, D
from kb.search.query import Query
from kb.search.ranking import Ranking
from kb.search.searcher import Searcher
from kb.staffing.form_team import form_team
from tests.builders import TODAY, make_guidance
from tests.fakes.embedder import CountingEmbedder
from tests.kb.heads_by_hand import make_heads
from tests.kb.matching.two_areas import ANYBODY, AREAS, both_expert, fire_expert
from tests.kb.models_by_hand import make_models, weigh
from tests.kb.small_snapshot import make_searcher

FIRE, SCHOOL, DRUGS = "Någon tänder eld på skolan.", "Mer eld i en container.", "De säljer knark i parken."


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingCollection(Collection[D]):
    """A collection that tells how often it was ranked for each text."""

    ranked: Counter[str] = field(default_factory=Counter)

    def rank(
        self,
        query: Query,
        area_ratings: NDArray[np.float64] | None = None,
        allowed: NDArray[np.bool_] | None = None,
    ) -> Ranking:
        self.ranked[query.text] += 1
        return Collection.rank(self, query, area_ratings, allowed)


def count_rankings(collection: Collection[D]) -> CountingCollection[D]:
    return CountingCollection(**{f.name: getattr(collection, f.name) for f in fields(collection)})


@pytest.fixture
def embedder() -> CountingEmbedder:
    return CountingEmbedder("eld", "knark")


@pytest.fixture
def small(embedder: CountingEmbedder) -> Searcher:
    """Two areas, two methods and two experts; building them is not counted."""
    methods = [make_guidance("slack", text="eld", primary_areas=("brand",)), make_guidance("tillsyn", text="knark")]
    experts = [fire_expert("f"), both_expert("b")]
    models = make_models(
        make_heads("brand", "narkotika"), problem_areas=weigh(cosine_title=12, intercept=-6, threshold=0.5)
    )
    searcher = make_searcher(embedder, methods, experts, AREAS, models)
    embedder.asked.clear()
    return searcher


def match_team_and_plan(text: str, searcher: Searcher) -> None:
    match = Matcher(searcher, ANYBODY, TODAY).match(text)
    assert match.problems
    assert form_team(match).members
    assert draft_plan(match).problems


def test_each_problem_and_the_whole_are_embedded_once(small: Searcher, embedder: CountingEmbedder) -> None:
    match_team_and_plan(f"{FIRE}\n\n{DRUGS}\n\n{SCHOOL}", small)
    problems = [f"{FIRE}\n{SCHOOL}", DRUGS]
    assert embedder.asked == Counter([*problems, f"{FIRE}\n\n{DRUGS}\n\n{SCHOOL}"])


def test_each_collection_is_ranked_once_for_each_text(small: Searcher) -> None:
    areas, guidance = count_rankings(small.problem_areas), count_rankings(small.guidance)
    experts = count_rankings(small.experts)
    counting = replace(small, problem_areas=areas, guidance=guidance, experts=experts)
    match_team_and_plan(f"{FIRE}\n\n{DRUGS}", counting)
    problems, whole = [FIRE, DRUGS], f"{FIRE}\n\n{DRUGS}"
    assert areas.ranked == Counter([*problems, whole])
    assert guidance.ranked == Counter(problems)
    assert experts.ranked == Counter(problems)


def test_a_description_that_is_its_only_problem_is_embedded_once(small: Searcher, embedder: CountingEmbedder) -> None:
    match_team_and_plan(FIRE, small)
    assert embedder.asked == Counter([FIRE])
